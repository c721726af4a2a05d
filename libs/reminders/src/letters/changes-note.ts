import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { stageName } from '@app/deadlines/words/names.js';
import type { DeadlineAt } from '@app/funding/deadline-differences.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import { longDay } from '@app/kernel/words.js';
import { asSentence, leftWords, titleIn } from './call-rows.js';
import { fitted } from './letter-subject.js';
import type { NoteItem, NoteLetter, NoteRow } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';
import { type NoteFrame, namesOf, subscribedFrame, type ToldChange } from './told.js';

/** Before → after of calls that somebody follows (at least one change); a change that several of the reader's authorities share stands there once. */
export function changesNote(told: readonly ToldChange[], frame: NoteFrame, now: Temporal.Instant): NoteLetter {
  const { language: locale } = frame.person;
  const texts = NOTE_TEXTS[locale].changes;
  const names = namesOf(told);
  const changes = [
    ...Map.groupBy(told, ({ call, difference }) => `${call.id} ${(difference?.after ?? difference?.before)?.deadline.id}`).values(),
  ];
  const [first] = changes[0]!;
  const calls = new Set(told.map(({ call }) => call.id)).size;
  return {
    ...subscribedFrame(frame, names),
    subject: changes.length === 1 ? subjectOf(first!, locale) : fitted('', () => texts.subjectOfSeveral(changes.length)),
    heading: changes.length === 1 ? texts.steps[stepOf(first!)] : texts.headingOfSeveral(changes.length),
    opening: texts.opening(calls, names),
    items: changes.map(([change]) => itemOf(change!, frame, now)),
    why: [texts.why(calls, names), NOTE_TEXTS[locale].callTextCounts],
  };
}

function stepOf({ difference }: ToldChange) {
  return difference?.step ?? 'withdrawn';
}

function subjectOf(change: ToldChange, locale: Locale): string {
  const day = change.difference?.after?.state.closing?.day;
  const until = day && stepOf(change) !== 'exhausted' ? longDay(day, locale) : undefined;
  return fitted(titleIn(change, locale), (title) => NOTE_TEXTS[locale].changes.subjectOfOne(stepOf(change), title, until));
}

function itemOf(change: ToldChange, { person: { language: locale }, links }: NoteFrame, now: Temporal.Instant): NoteItem {
  const texts = NOTE_TEXTS[locale].changes;
  const { difference, reason, jumped, unit } = change;
  const rows: NoteRow[] = difference ? movedRows(change, locale, now) : [];
  if (reason) rows.push({ label: texts.reason, text: asSentence(oneLine(reason)) });
  if (jumped.length > 0) rows.push({ label: texts.reminders, text: texts.jumped(jumped, unit) });
  const stage = difference && difference.stage !== 'application' ? ` ${texts.stage(stageName(difference.stage, locale))}` : '';
  const lead = `${texts.steps[stepOf(change)]}.${stage}`;
  return { title: titleIn(change, locale), lead, url: links.call(change.call.id), rows, action: NOTE_TEXTS[locale].seeCall };
}

function movedRows({ difference }: ToldChange, locale: Locale, now: Temporal.Instant): NoteRow[] {
  const texts = NOTE_TEXTS[locale].changes;
  const words = (end: DeadlineAt) => deadlineSentence(end.deadline, end.state, locale);
  const { before, after } = difference!;
  return [
    { label: texts.before, text: asSentence(before ? words(before) : texts.nothingBefore) },
    { label: texts.now, strong: asSentence(after ? `${words(after)}${leftAt(after, locale, now)}` : texts.gone) },
  ];
}

/** The days left when the letter is written, which may be a day after the change. */
function leftAt({ deadline, state }: DeadlineAt, locale: Locale, now: Temporal.Instant): string {
  if (state.daysLeft === undefined || !state.closing) return '';
  const days = dayAt(now, deadline.zone).until(state.closing.effectiveDay, { largestUnit: 'days' }).days;
  return days < 0 ? '' : leftWords({ ...state, daysLeft: days }, locale);
}
