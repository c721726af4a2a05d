import { NBSP } from '@app/kernel/words.js';

/** Names of things that every page uses alike. Records are open: an unknown tag, stage or role is shown as it is written. */
export const wordsDe = {
  outcome: { eligible: 'passt', eligible_jointly: 'passt gemeinsam', undetermined: 'unklar', ineligible: 'passt nicht' },
  verdict: { met: 'erfüllt', unmet: 'nicht erfüllt', unknown: 'unbekannt' },
  state: { draft: 'Entwurf', published: 'veröffentlicht', withdrawn: 'zurückgezogen' },
  roles: {
    funder: 'Fördergeber',
    program_agency: 'Projektträger',
    granting_authority: 'Bewilligungsstelle',
    implementing_body: 'Durchführende Stelle',
    partner: 'Partner',
  } as Record<string, string>,
  acts: { receipt: 'Eingang', postmark: 'Poststempel', upload: 'Hochladen' },
  levels: { eu: 'EU', federal: 'Bund', state: 'Land', regional: 'Region', local: 'Kommune', foundation: 'Stiftung' } as Record<
    string,
    string
  >,
  languages: { de: 'Deutsch', en: 'English' },
  yes: 'ja',
  no: 'nein',
  unknown: 'unbekannt',
  optional: 'optional',
  cancel: 'Abbrechen',
  calls: (n: number) => (n === 1 ? `1${NBSP}Aufruf` : `${n}${NBSP}Aufrufe`),
  inhabitants: (text: string) => `${text}${NBSP}Einwohner`,
};
