import type { Anchors } from '@app/deadlines/deadline.js';
import { evaluateDeadline } from '@app/deadlines/evaluate-deadline.js';
import { tooLateWords } from '@app/deadlines/words/day-words.js';
import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { deadlineShort } from '@app/deadlines/words/deadline-short.js';
import { actWords } from '@app/deadlines/words/names.js';
import { ruleInOneLine } from '@app/eligibility/rule-in-one-line.js';
import type { StatedDeadline } from '@app/funding/call-deadline.js';
import type { Locale } from '@app/kernel/locale.js';
import { capital } from '../texts/capital.js';
import { texts } from '../texts/texts.js';
import type { DeadlineView } from './until.model.js';

type State = ReturnType<typeof evaluateDeadline>;

const sentence = (words: string, locale: Locale): string => `${capital(words, locale)}.`;

function notes(deadline: StatedDeadline, state: State, locale: Locale): string[] {
  const ahead = state.status !== 'closed';
  return [
    deadline.appliesTo ? texts(locale).time.appliesTo(ruleInOneLine(deadline.appliesTo, locale)) : '',
    ahead && state.closesAt ? sentence(tooLateWords(state.closesAt, deadline.zone, locale), locale) : '',
    ...(ahead ? state.warnings.map(({ text }) => text[locale]) : []),
    deadline.act ? sentence(actWords(deadline.act, locale), locale) : '',
    deadline.channel ? texts(locale).time.channel(deadline.channel) : '',
  ].filter((text) => text !== '');
}

/** A deadline of a call for a page, at an instant. Money that is used up or a passed day needs nothing from the caller. */
export function deadlineView(deadline: StatedDeadline, at: Temporal.Instant, locale: Locale, anchors: Anchors = {}): DeadlineView {
  const state = evaluateDeadline(deadline, at, anchors);
  const { schedule } = deadline;
  const closing = state.closing;
  const rolling = schedule.kind === 'rolling' ? schedule : undefined;
  return {
    stage: deadline.stage,
    kind: schedule.kind,
    status: state.status,
    effect: deadline.effect,
    short: deadlineShort(deadline, state, locale),
    sentence: deadlineSentence(deadline, state, locale),
    notes: notes(deadline, state, locale),
    ...(closing && { closesOn: closing.effectiveDay.toString() }),
    ...(closing?.moment.time !== undefined && { time: closing.moment.time }),
    ...(state.daysLeft !== undefined && { daysLeft: state.daysLeft }),
    ...(state.opensAt && { opensOn: state.opensAt.toZonedDateTimeISO(deadline.zone).toPlainDate().toString() }),
    ...(rolling?.untilExhausted && { untilExhausted: true }),
    ...(rolling?.exhausted && { exhausted: true }),
    ...(deadline.channel !== undefined && { channel: deadline.channel }),
  };
}
