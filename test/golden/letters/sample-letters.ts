import { NO_NAMED_TERRITORIES } from '@app/eligibility/named-territories.js';
import type { StatedDeadline } from '@app/funding/call-deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { deadlineDifferences } from '@app/funding/deadline-differences.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Message } from '@app/mail/message.js';
import { operatorNote } from '@app/reminders/alarm/operator-note.js';
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
import { reminded } from './sample-calls.js';
import { HARMLESS, type World } from './sample-world.js';

const PERSON = '01900000-0000-7000-8000-0000000000aa';
const MORNING = '2014-06-27T05:00:00Z';
const SOON = '2014-06-27T05:00:04Z';
const BASE = 'https://foerdertakt.example';
const links = letterLinks(BASE, 'the-secret-of-the-installation', PERSON);

interface Reminders {
  readonly reminders: readonly Reminded[];
  readonly at: string;
  readonly next?: string;
  readonly isNextOfAnotherCall?: boolean;
  /** The reader stands in for somebody until this day. */
  readonly insteadUntil?: string;
}

function remindersIn({ dueren, kreisDueren, modellkommune, smartCities, wachau }: World): Readonly<Record<string, Reminders>> {
  const ofModellkommune = reminded(modellkommune, dueren, '2014-07-25', MORNING);
  return {
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
    'last-day': {
      reminders: [reminded(modellkommune, dueren, '2014-07-25', '2014-07-25T05:00:00Z')],
      at: '2014-07-25T05:00:04Z',
      next: '2014-07-31',
      isNextOfAnotherCall: true,
    },
  };
}

export const REMINDERS = remindersIn(HARMLESS);

export function reminderLetter(name: string, language: Locale, world = HARMLESS): LetterModel {
  const { reminders, at, next, isNextOfAnotherCall = false, insteadUntil } = remindersIn(world)[name]!;
  const standsInFor = insteadUntil && { standsInFor: { name: world.reader, until: Temporal.PlainDate.from(insteadUntil) } };
  const nextReminder = next && { day: Temporal.PlainDate.from(next), isOfAnotherCall: isNextOfAnotherCall };
  const person = { name: insteadUntil ? world.deputy : world.reader, language };
  const frame = { person, links, ...(nextReminder && { nextReminder }), ...standsInFor };
  return composeLetter(reminders, frame, Temporal.Instant.from(at));
}

/** The call's only deadline as it was before it closed on another day. */
function moved({ call, ...told }: ToldCall, from: string, given: Partial<ToldChange> = {}): ToldChange {
  const [after] = call.deadlines as readonly StatedDeadline[];
  const before = { ...after!, schedule: { kind: 'fixed', closes: { date: from } } } as StatedDeadline;
  const [difference] = deadlineDifferences([before], [after!], Temporal.Instant.from('2014-06-26T14:30:00Z'));
  return { ...told, call, difference, reason: null, jumped: [], unit: 'days', ...given };
}

type Compose = (frame: NoteFrame, now: Temporal.Instant) => NoteLetter;

function changesIn({ dueren, kreisDueren, modellkommune, smartCities, wachau, reword }: World): Readonly<Record<string, Compose>> {
  const told = (call: CallRecord, authority = dueren): ToldCall => ({ call, authority, named: NO_NAMED_TERRITORIES });
  const extended = moved(told(modellkommune), '2014-06-30', { reason: reword('Auf Wunsch der kommunalen Spitzenverbände') });
  const reason = reword('Die Mittel sind fast ausgeschöpft.');
  const shortened = moved(told(smartCities, kreisDueren), '2014-08-29', { reason, jumped: [60, 42] });
  const withdrawn: ToldChange = { ...told(modellkommune), reason: reword('Haushaltssperre des Bundes'), jumped: [], unit: 'days' };
  return {
    'deadline-extended': (frame, now) => changesNote([extended], frame, now),
    'deadline-shortened': (frame, now) => changesNote([shortened], frame, now),
    'call-withdrawn': (frame, now) => changesNote([withdrawn], frame, now),
    'several-changes': (frame, now) => changesNote([extended, shortened, { ...withdrawn, call: wachau }], frame, now),
  };
}

function outcomesIn({ dueren, muenster, modellkommune, smartCities, wachau }: World): Readonly<Record<string, Compose>> {
  const forDueren = (call: CallRecord): ToldCall => ({ call, authority: dueren, named: NO_NAMED_TERRITORIES });
  const forMuenster = { ...forDueren(modellkommune), authority: muenster };
  return {
    'now-eligible': (frame, now) => outcomesNote([forDueren(modellkommune)], frame, now),
    'no-longer-eligible': (frame, now) => outcomesNote([forMuenster], frame, now),
    'several-outcomes': (frame, now) => outcomesNote([forDueren(smartCities), forMuenster], frame, now),
    correction: (frame, now) => correctionsNote([forMuenster], frame, now),
    'nobody-listens': (frame, now) => unheardNote([forDueren(wachau)], 'admin', frame, now),
    'nobody-listens-to-several': (frame, now) => unheardNote([forDueren(wachau), forDueren(modellkommune)], 'staff', frame, now),
  };
}

function matchesIn({ dueren, modellkommune, smartCities, wachau, reword }: World): Readonly<Record<string, Compose>> {
  const id = '01900000-0000-7000-8000-0000000000bb';
  const search = { id, name: reword('Digitalisierung & Bibliotheken'), frequency: 'weekly', isProfile: false } as const;
  const several = Array.from({ length: 6 }, (_, index) => ({
    ...smartCities,
    id: `more-${index}`,
    ownTitle: { de: reword(`Weiterer Aufruf ${index + 1}`) },
  }));
  const named = NO_NAMED_TERRITORIES;
  const profile = { ...search, isProfile: true, frequency: 'daily' as const };
  const fitting = { named, search: profile, authority: dueren, calls: [modellkommune], total: 1, part: 1, parts: 1 };
  const found = { named, search, calls: [modellkommune, wachau, ...several], total: 308, part: 3, parts: 3 };
  return {
    'new-fitting-call': (frame, now) => matchesNote(fitting, frame, now),
    'new-matches': (frame, now) => matchesNote(found, frame, now),
  };
}

function plainIn({ reword }: World): Readonly<Record<string, Compose>> {
  const feed = { name: reword('Düren, passende Aufrufe'), reason: 'silent', program: 'Thunderbird', lastOn: '2014-06-13' };
  return {
    'test-letter': (frame) => testNote(frame),
    'operators-alarm': ({ person: { language: locale } }) =>
      operatorNote(
        { kind: 'mail-fails', params: { letters: 12, response: 'ECONNREFUSED' } },
        { isOver: false, locale, url: `${BASE}/operation` },
      ),
    'verify-address': (frame) => verifyNote({ address: 'foerderung@dueren.example', url: `${BASE}/addresses/0f3c` }, frame),
    'feed-stopped': (frame) => feedNote({ ...feed, url: `${BASE}/calendar` }, frame),
  };
}

/** Which of them knows a letter. */
const NOTES = new Map(
  [changesIn, outcomesIn, matchesIn, plainIn].flatMap((notesIn) => Object.keys(notesIn(HARMLESS)).map((name) => [name, notesIn] as const)),
);

const ENVELOPE: LetterEnvelope = {
  letterId: '0198c0de-0000-7000-8000-000000000001',
  domain: 'foerdertakt.example',
  from: { name: 'Fördertakt', address: 'noreply@foerdertakt.example' },
  to: { name: 'Jana Müller', address: 'jana.mueller@gemeinde.example' },
  date: Temporal.Instant.from(SOON),
};

/** Each letter that there is, as it goes to the mail server. */
export function messageOf(name: string, language: Locale, world = HARMLESS): Message {
  const envelope = { ...ENVELOPE, to: { ...ENVELOPE.to, name: world.reader } };
  const compose = NOTES.get(name)?.(world)[name];
  if (compose) return noteMessage(compose({ person: { name: world.reader, language }, links }, Temporal.Instant.from(SOON)), envelope);
  return reminderMessage(reminderLetter(name, language, world), { ...envelope, date: Temporal.Instant.from(REMINDERS[name]!.at) });
}

export const EVERY_LETTER = [...Object.keys(REMINDERS), ...NOTES.keys()].flatMap((name) =>
  (['de', 'en'] as const).map((language) => [name, language] as const),
);
