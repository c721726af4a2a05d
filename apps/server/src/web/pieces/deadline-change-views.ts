import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import type { StatedDeadline } from '@app/funding/call-deadline.js';
import { type DeadlineAt, deadlineDifferences } from '@app/funding/deadline-differences.js';
import type { Locale } from '@app/kernel/locale.js';
import type { DeadlineChangeView } from './deadline-change.js';

/** What two states of a call's deadlines differ in, in words as of an instant. */
export function deadlineChangeViews(
  before: readonly StatedDeadline[],
  after: readonly StatedDeadline[],
  at: Temporal.Instant,
  locale: Locale,
): DeadlineChangeView[] {
  const words = ({ deadline, state }: DeadlineAt) => deadlineSentence(deadline, state, locale);
  return deadlineDifferences(before, after, at).map(({ stage, step, before: was, after: is }) => ({
    stage,
    step,
    ...(was && { before: words(was) }),
    ...(is && { after: words(is) }),
  }));
}
