import { applicantOf } from '@app/authorities/authority-view.js';
import { APPLICATION_STAGES } from '@app/deadlines/deadline.js';
import type { DeadlineState } from '@app/deadlines/evaluate-deadline.js';
import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { titleOf } from '@app/funding/call-record.js';
import { type ReckonedDeadline, reckonDeadlines } from '@app/funding/call-status.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Locale } from '@app/kernel/locale.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { outcomeReason } from '@app/matching/outcome-reason.js';
import { LETTER_TEXTS } from './letter-texts.js';
import type { NoteRow } from './note-model.js';
import { NOTE_TEXTS } from './note-texts.js';
import { oneLine } from './one-line.js';
import type { SeenCall, ToldCall } from './told.js';

const LONGEST_TITLE = 300;

/** In one line, and never a whole letter of its own. */
export function titleIn({ call }: Pick<ToldCall, 'call'>, locale: Locale): string {
  const title = [...oneLine(titleOf(call, locale))];
  return title.length > LONGEST_TITLE
    ? `${title
        .slice(0, LONGEST_TITLE - 1)
        .join('')
        .trimEnd()}…`
    : title.join('');
}

/** "Bis wann: Freitag, 25. Juli 2014, der ganze Tag zählt (Berlin), noch 28 Tage." */
export function untilRow(told: SeenCall, locale: Locale, now: Temporal.Instant): NoteRow[] {
  const next = nextDeadline(told, now);
  if (!next) return [];
  // the label says "until" already
  const words = deadlineSentence(next.deadline, next.state, locale).replace(/^(bis|until) /, '');
  return [{ label: NOTE_TEXTS[locale].untilWhen, text: `${words}${leftWords(next.state, locale)}.` }];
}

/** With a full stop at its end, unless it has one. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The application-side deadline that ends first of those that are not over; of all that are over any. */
export function nextDeadline({ call, authority, named }: SeenCall, now: Temporal.Instant): ReckonedDeadline | undefined {
  const all = reckonDeadlines(call, now, authority && appliesTo(authority, named)).filter(({ deadline }) =>
    APPLICATION_STAGES.includes(deadline.stage),
  );
  const ahead = all.filter(({ state }) => state.status !== 'closed');
  const end = ({ state }: ReckonedDeadline) => state.closesAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  return (ahead.length > 0 ? ahead : all).toSorted((one, other) => end(one) - end(other) || 0)[0];
}

/** ", noch 28 Tage"; nothing where no day is ahead. */
export function leftWords({ daysLeft }: DeadlineState, locale: Locale): string {
  return daysLeft === undefined ? '' : `, ${LETTER_TEXTS[locale].daysLeft(daysLeft)}`;
}

/** "Für Düren: passt: Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 300.000." as it is at `now`. */
export function fitRow({ call, authority, named }: ToldCall, locale: Locale, now: Temporal.Instant): NoteRow {
  const texts = NOTE_TEXTS[locale];
  const { outcome } = evaluate(call.rule, applicantOf(authority), named);
  const reason = asSentence(oneLine(outcomeReason(call.rule, authority, { day: dayAt(now, authority.zone), locale, named })));
  const verdict = outcome === 'eligible' ? texts.fits : outcome === 'undetermined' ? texts.unknownNow : texts.fitsNot;
  return { label: texts.forWhom(oneLine(authority.name)), strong: verdict, text: reason, ...(outcome === 'eligible' && { good: true }) };
}
