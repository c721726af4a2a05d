import { applicantOf } from '@app/authorities/authority-view.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { fitRow, titleIn, untilRow } from './call-rows.js';
import { fitted } from './letter-subject.js';
import type { NoteItem, NoteLetter } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';
import { type NoteFrame, namesOf, subscribedFrame, type ToldCall } from './told.js';

/** Calls that an authority may apply for now, or may no longer, since what is known of it changed (at least one). */
export function outcomesNote(told: readonly ToldCall[], frame: NoteFrame, now: Temporal.Instant): NoteLetter {
  const { language: locale } = frame.person;
  const { outcomes: texts, callTextCounts } = NOTE_TEXTS[locale];
  const [first] = told as [ToldCall];
  const names = namesOf(told);
  const isOne = told.length === 1;
  return {
    ...subscribedFrame(frame, names),
    subject: isOne
      ? fitted(titleIn(first, locale), (title) => texts.subject(isEligible(first), title))
      : fitted('', () => texts.subjectOfSeveral(told.length)),
    heading: isOne ? texts.heading(isEligible(first)) : texts.headingOfSeveral(told.length),
    opening: texts.opening(told.length, names),
    items: told.map((each) => itemOf(each, frame, now, (name) => (isEligible(each) ? texts.now(name) : texts.noLonger(name)))),
    why: [texts.why, callTextCounts],
  };
}

/** Calls that the reader was told of although the authority may not apply: their rule was wrong (at least one). */
export function correctionsNote(told: readonly ToldCall[], frame: NoteFrame, now: Temporal.Instant): NoteLetter {
  const { language: locale } = frame.person;
  const { corrections: texts, callTextCounts } = NOTE_TEXTS[locale];
  const [first] = told as [ToldCall];
  const names = namesOf(told);
  return {
    ...subscribedFrame(frame, names),
    subject: told.length === 1 ? fitted(titleIn(first, locale), texts.subject) : fitted('', () => texts.subjectOfSeveral(told.length)),
    heading: texts.heading,
    opening: texts.opening(names),
    items: told.map((each) => itemOf(each, frame, now, texts.lead)),
    why: [texts.why, callTextCounts],
  };
}

function itemOf(told: ToldCall, { person, links }: NoteFrame, now: Temporal.Instant, lead: (name: string) => string): NoteItem {
  const { language: locale } = person;
  return {
    title: titleIn(told, locale),
    lead: `${lead(oneLine(told.authority.name))}.`,
    url: links.call(told.call.id),
    rows: [fitRow(told, locale, now), ...untilRow(told, locale, now)],
    action: NOTE_TEXTS[locale].seeCall,
  };
}

function isEligible({ call, authority, named }: ToldCall): boolean {
  return evaluate(call.rule, applicantOf(authority), named).outcome === 'eligible';
}
