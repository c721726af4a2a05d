import type { MadeAdmin } from '@app/accounts/ensure-admin.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { fullDay } from '@app/kernel/words.js';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from '../../cli/src/demonstration/logins.js';

export interface Announcement {
  readonly url: string;
  /** What the clock shows if --now set it. */
  readonly clockShows: Temporal.Instant | undefined;
  readonly demonstration: boolean;
  readonly admin: MadeAdmin | undefined;
  /** Of the built-in catcher; absent: mails really go out. */
  readonly mails: { readonly pageUrl: string; readonly dir: string } | undefined;
}

/** What people need to know once it runs, in lines. */
export function announcementOf({ url, clockShows, demonstration, admin, mails }: Announcement): string[] {
  return [
    '',
    `Fördertakt ist bereit: ${url}`,
    ...(clockShows ? ['', `Die Uhr zeigt ${berlinTime(clockShows)} (--now).`] : []),
    ...(demonstration ? ['', 'Anmeldungen der Demonstration:', ...DEMONSTRATION_LOGINS.map(loginLine), passwordLine()] : []),
    ...(admin ? ['', `Verwaltung: ${admin.email}`, ...madeUp(admin)] : []),
    '',
    mails ? `E-Mails gehen nicht hinaus, sie liegen hier: ${mails.pageUrl} (Ordner ${mails.dir})` : 'E-Mails gehen über SMTP_URL hinaus.',
    'Beenden: Strg+C',
    '',
  ];
}

function loginLine({ email, what }: (typeof DEMONSTRATION_LOGINS)[number]): string {
  return `  ${email.padEnd(38)} ${what.de}`;
}

const passwordLine = (): string => `  Kennwort für alle: ${DEMONSTRATION_PASSWORD}`;

function madeUp({ password, token }: MadeAdmin): string[] {
  const lines = [...(password ? [`  Kennwort:  ${password}`] : []), ...(token ? [`  API-Token: ${token}`] : [])];
  return lines.length > 0 ? [...lines, '  Das steht nur dieses eine Mal hier. Bitte heben Sie es auf.'] : [];
}

/** "Freitag, 27. Juni 2014, 06:59 Uhr in Berlin" */
function berlinTime(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(HOME_ZONE);
  return `${fullDay(local.toPlainDate(), 'de')}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })} Uhr in Berlin`;
}
