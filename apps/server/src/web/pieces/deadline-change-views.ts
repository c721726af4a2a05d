import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import type { StatedDeadline } from '@app/funding/call-deadline.js';
import { type DeadlineAt, deadlineDifferences } from '@app/funding/deadline-differences.js';
import type { Locale } from '@app/kernel/locale.js';
import type { DeadlineChangeView } from './deadline-change.js';

/** Two states of a call's deadlines, and the instant as of which both are told. */
export interface TwoStates {
  readonly before: readonly StatedDeadline[];
  readonly after: readonly StatedDeadline[];
  readonly at: Temporal.Instant;
}

/** What they differ in, in words; `warned`: with what is to be noticed about the new days. */
export function deadlineChangeViews({ before, after, at }: TwoStates, locale: Locale, warned?: 'warned'): DeadlineChangeView[] {
  const words = ({ deadline, state }: DeadlineAt) => deadlineSentence(deadline, state, locale);
  return deadlineDifferences(before, after, at).map(({ stage, step, before: was, after: is }) => ({
    stage,
    step,
    ...(was && { before: words(was) }),
    ...(is && { after: words(is) }),
    ...(is && warned && { warnings: is.state.warnings.map(({ text }) => text[locale]) }),
  }));
}
