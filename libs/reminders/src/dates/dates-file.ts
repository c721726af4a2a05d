import { entriesOfCall } from '@app/calendar/calendar-entries.js';
import { writeBlock } from '@app/ical/write-calendar.js';
import { writePublished } from '@app/ical/write-published.js';
import type { Locale } from '@app/kernel/locale.js';
import type { MailAddress } from '@app/mail/address.js';
import type { Attachment } from '@app/mail/message.js';
import type { Reminded } from '../letters/compose-letter.js';

export interface DatesFrame {
  readonly language: Locale;
  /** Of the installation: dates have the same UID as in its calendars, so no program shows them twice. */
  readonly domain: string;
  readonly baseUrl: string;
  readonly sender: MailAddress;
}

const WORDS = { de: { file: 'Fristen.ics', name: 'Fristen' }, en: { file: 'deadlines.ics', name: 'Deadlines' } };
/** Nobody looks again for what came with a mail; programs want to be told something. */
const REFRESH = Temporal.Duration.from({ hours: 24 });

/** The closings of a letter as a file that calendar programs take over, each once. */
export function datesFile(reminded: readonly Reminded[], frame: DatesFrame, now: Temporal.Instant): Attachment | undefined {
  const { language, sender } = frame;
  const entries = new Map(reminded.flatMap((each) => entriesOf(each, frame, now)).map((entry) => [entry.uid, entry]));
  if (entries.size === 0) return undefined;
  const head = { name: WORDS[language].name, language, productId: 'Foerdertakt//Deadlines', refresh: REFRESH };
  const content = writePublished(head, [...entries.values()].map(writeBlock), sender);
  return { filename: WORDS[language].file, contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content };
}

function entriesOf(
  { call, authority, named, deadline, closing }: Reminded,
  { language, domain, baseUrl }: DatesFrame,
  now: Temporal.Instant,
) {
  const reader = { locale: language, zone: authority.zone, domain, baseUrl, authority, named, options: {} };
  const entries = entriesOfCall(call, { ...reader, applies: ({ id }) => id === deadline.id }, now);
  return entries.filter(({ start }) => start.toString() === closing.day.toString());
}
