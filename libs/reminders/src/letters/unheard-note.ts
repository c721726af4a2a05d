import { awardSentences } from './award-words.js';
import { fitRow, nextDeadline, titleIn, untilRow } from './call-rows.js';
import { fitted } from './letter-subject.js';
import { LETTER_TEXTS } from './letter-texts.js';
import type { NoteLetter } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { type NoteFrame, namesOf, subscribedFrame, type ToldCall } from './told.js';

/** As what somebody hears that nobody else listens: who administers the authority, or everybody there where nobody does. */
export type UnheardReader = 'admin' | 'staff';

/** Calls that fit and end soon, and that nobody of the authority follows or has dismissed (at least one). */
export function unheardNote(told: readonly ToldCall[], reader: UnheardReader, frame: NoteFrame, now: Temporal.Instant): NoteLetter {
  const { language: locale } = frame.person;
  const { unheard: texts, callTextCounts, seeCall, howMuch } = NOTE_TEXTS[locale];
  const names = namesOf(told);
  const [first] = told as [ToldCall];
  const days = nextDeadline(first, now)?.state.daysLeft ?? 0;
  return {
    ...subscribedFrame(frame, names),
    subject:
      told.length === 1
        ? fitted(titleIn(first, locale), (title) => texts.subject(LETTER_TEXTS[locale].daysLeft(days), title))
        : fitted('', () => texts.subjectOfSeveral(told.length)),
    heading: texts.heading(told.length),
    opening: texts.opening(told.length, names),
    items: told.map((each) => ({
      title: titleIn(each, locale),
      url: frame.links.call(each.call.id),
      rows: [...untilRow(each, locale, now), fitRow(each, locale, now), { label: howMuch, text: awardSentences(each.call.award, locale) }],
      action: seeCall,
    })),
    why: [texts.whatToDo(told.length), texts.why[reader](names), texts.once, callTextCounts],
  };
}
