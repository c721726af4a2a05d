import { NO_NAMED_TERRITORIES } from '@app/eligibility/named-territories.js';
import type { StatedDeadline } from '@app/funding/call-deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { deadlineDifferences } from '@app/funding/deadline-differences.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Message } from '@app/mail/message.js';
import { changesNote } from '@app/reminders/letters/changes-note.js';
import { composeLetter, type Reminded } from '@app/reminders/letters/compose-letter.js';
import { letterLinks } from '@app/reminders/letters/letter-links.js';
import { type LetterEnvelope, noteMessage, reminderMessage } from '@app/reminders/letters/letter-message.js';
import type { LetterModel } from '@app/reminders/letters/letter-model.js';
import { matchesNote } from '@app/reminders/letters/matches-note.js';
import type { NoteLetter } from '@app/reminders/letters/note-model.js';
import { correctionsNote, outcomesNote } from '@app/reminders/letters/outcomes-note.js';
import { feedNote, testNote, verifyNote } from '@app/reminders/letters/plain-notes.js';
import type { NoteFrame, ToldCall, ToldChange } from '@app/reminders/letters/told.js';
import { unheardNote } from '@app/reminders/letters/unheard-note.js';
import { dueren, kreisDueren, modellkommune, muenster, reminded, smartCities, wachau } from './sample-calls.js';

const PERSON = '01900000-0000-7000-8000-0000000000aa';
const MORNING = '2014-06-27T05:00:00Z';
const SOON = '2014-06-27T05:00:04Z';
const BASE = 'https://foerdertakt.example';
const links = letterLinks(BASE, 'the-secret-of-the-installation', PERSON);

const ofModellkommune = reminded(modellkommune, dueren, '2014-07-25', MORNING);

interface Reminders {
  readonly reminders: readonly Reminded[];
  readonly at: string;
  readonly next?: string;
  /** The reader stands in for Jana Müller until this day. */
  readonly insteadUntil?: string;
}

export const REMINDERS: Readonly<Record<string, Reminders>> = {
  'one-call': { reminders: [ofModellkommune], at: SOON, next: '2014-07-11' },
  'in-stead': { reminders: [ofModellkommune], at: SOON, insteadUntil: '2014-07-04' },
  'three-calls': {
    reminders: [
      ofModellkommune,
      reminded(smartCities, kreisDueren, '2014-07-26', MORNING),
      reminded(smartCities, dueren, '2014-07-26', MORNING),
      reminded(wachau, dueren, '2014-07-04', MORNING),
    ],
    at: SOON,
    next: '2014-07-03',
  },
  'one-call-late': { reminders: [ofModellkommune], at: '2014-06-29T09:12:00Z' },
  'last-day': { reminders: [reminded(modellkommune, dueren, '2014-07-25', '2014-07-25T05:00:00Z')], at: '2014-07-25T05:00:04Z' },
};

export function reminderLetter(name: string, language: Locale): LetterModel {
  const { reminders, at, next, insteadUntil } = REMINDERS[name]!;
  const standsInFor = insteadUntil && { standsInFor: { name: 'Jana Müller', until: Temporal.PlainDate.from(insteadUntil) } };
  const person = { name: insteadUntil ? 'Ben Klein' : 'Jana Müller', language };
  const frame = { person, links, ...(next && { nextReminder: Temporal.PlainDate.from(next) }), ...standsInFor };
  return composeLetter(reminders, frame, Temporal.Instant.from(at));
}

const forDueren = (call: CallRecord): ToldCall => ({ call, authority: dueren, named: NO_NAMED_TERRITORIES });

/** The call's only deadline as it was before it closed on another day. */
function moved(call: CallRecord, from: string, given: Partial<ToldChange> = {}): ToldChange {
  const [after] = call.deadlines as readonly StatedDeadline[];
  const before = { ...after!, schedule: { kind: 'fixed', closes: { date: from } } } as StatedDeadline;
  const [difference] = deadlineDifferences([before], [after!], Temporal.Instant.from('2014-06-26T14:30:00Z'));
  return { ...forDueren(call), difference, reason: null, jumped: [], unit: 'days', ...given };
}

const extended = moved(modellkommune, '2014-06-30', { reason: 'Auf Wunsch der kommunalen Spitzenverbände' });
const shortened = moved(smartCities, '2014-08-29', {
  reason: 'Die Mittel sind fast ausgeschöpft.',
  jumped: [60, 42],
  authority: kreisDueren,
});
const withdrawn: ToldChange = { ...forDueren(modellkommune), reason: 'Haushaltssperre des Bundes', jumped: [], unit: 'days' };
const forMuenster = { ...forDueren(modellkommune), authority: muenster };

type Compose = (frame: NoteFrame, now: Temporal.Instant) => NoteLetter;

const search = {
  id: '01900000-0000-7000-8000-0000000000bb',
  name: 'Digitalisierung & Bibliotheken',
  frequency: 'weekly',
  isProfile: false,
} as const;
const several = Array.from({ length: 6 }, (_, index) => ({
  ...smartCities,
  id: `more-${index}`,
  ownTitle: { de: `Weiterer Aufruf ${index + 1}` },
}));
const oneLetter = { named: NO_NAMED_TERRITORIES, part: 1, parts: 1 };
const fitting = {
  ...oneLetter,
  search: { ...search, isProfile: true, frequency: 'daily' as const },
  authority: dueren,
  calls: [modellkommune],
  total: 1,
};
const found = { ...oneLetter, search, calls: [modellkommune, wachau, ...several], total: 308, part: 3, parts: 3 };

export const NOTES: Readonly<Record<string, Compose>> = {
  'deadline-extended': (frame, now) => changesNote([extended], frame, now),
  'deadline-shortened': (frame, now) => changesNote([shortened], frame, now),
  'call-withdrawn': (frame, now) => changesNote([withdrawn], frame, now),
  'several-changes': (frame, now) => changesNote([extended, shortened, { ...withdrawn, call: wachau }], frame, now),
  'now-eligible': (frame, now) => outcomesNote([forDueren(modellkommune)], frame, now),
  'no-longer-eligible': (frame, now) => outcomesNote([forMuenster], frame, now),
  'several-outcomes': (frame, now) => outcomesNote([forDueren(smartCities), forMuenster], frame, now),
  correction: (frame, now) => correctionsNote([forMuenster], frame, now),
  'nobody-listens': (frame, now) => unheardNote([forDueren(wachau)], 'admin', frame, now),
  'nobody-listens-to-several': (frame, now) => unheardNote([forDueren(wachau), forDueren(modellkommune)], 'staff', frame, now),
  'new-fitting-call': (frame, now) => matchesNote(fitting, frame, now),
  'new-matches': (frame, now) => matchesNote(found, frame, now),
  'test-letter': (frame) => testNote(frame),
  'verify-address': (frame) => verifyNote({ address: 'foerderung@dueren.example', url: `${BASE}/addresses/0f3c` }, frame),
  'feed-stopped': (frame) =>
    feedNote(
      { name: 'Düren, passende Aufrufe', reason: 'silent', program: 'Thunderbird', lastOn: '2014-06-13', url: `${BASE}/calendar` },
      frame,
    ),
};

export function note(name: string, language: Locale): NoteLetter {
  return NOTES[name]!({ person: { name: 'Jana Müller', language }, links }, Temporal.Instant.from(SOON));
}

const ENVELOPE: LetterEnvelope = {
  letterId: '0198c0de-0000-7000-8000-000000000001',
  domain: 'foerdertakt.example',
  from: { name: 'Fördertakt', address: 'noreply@foerdertakt.example' },
  to: { name: 'Jana Müller', address: 'jana.mueller@gemeinde.example' },
  date: Temporal.Instant.from(SOON),
};

/** Each letter that there is, as it goes to the mail server. */
export function messageOf(name: string, language: Locale): Message {
  if (name in NOTES) return noteMessage(note(name, language), ENVELOPE);
  return reminderMessage(reminderLetter(name, language), { ...ENVELOPE, date: Temporal.Instant.from(REMINDERS[name]!.at) });
}

export const EVERY_LETTER = [...Object.keys(REMINDERS), ...Object.keys(NOTES)].flatMap((name) =>
  (['de', 'en'] as const).map((language) => [name, language] as const),
);
