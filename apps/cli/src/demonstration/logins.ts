import type { Role } from '@app/kernel/actor.js';
import type { Localized } from '@app/kernel/locale.js';

/** Public: it stands on the page to sign in. */
export const DEMONSTRATION_PASSWORD = 'foerdertakt-demo';

export interface DemonstrationLogin {
  readonly email: string;
  readonly name: string;
  readonly what: Localized;
  readonly roles: readonly Role[];
  /** Keys of the authorities they belong to. */
  readonly authorities: readonly string[];
}

/** Logins of invented people; there are none in production. */
export const DEMONSTRATION_LOGINS: readonly DemonstrationLogin[] = [
  {
    email: 'stadt@demo.foerdertakt.example',
    name: 'Jana Lindner',
    what: { de: 'Sachbearbeitung der Stadt Düren', en: 'clerk of the town of Düren' },
    roles: ['staff'],
    authorities: ['DE:05358008'],
  },
  {
    email: 'kreis@demo.foerdertakt.example',
    name: 'Thomas Behrens',
    what: { de: 'Sachbearbeitung des Kreises Düren', en: 'clerk of the county of Düren' },
    roles: ['staff'],
    authorities: ['DE:05358'],
  },
  {
    email: 'redaktion@demo.foerdertakt.example',
    name: 'Aylin Kaya',
    what: { de: 'Redaktion: trägt Programme und Aufrufe ein', en: 'editor: enters programmes and calls' },
    roles: ['editor'],
    authorities: [],
  },
  {
    email: 'admin@demo.foerdertakt.example',
    name: 'Peter Sommer',
    what: { de: 'Verwaltung: darf alles', en: 'administrator: may do everything' },
    roles: ['admin'],
    authorities: [],
  },
];
