import type { Closing } from '@app/deadlines/closing.js';
import { closingsBetween } from '@app/deadlines/closings.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import { type CallRecord, presentDeadlines } from '@app/funding/call-record.js';
import { applicationDeadlineOf } from '@app/funding/call-status.js';
import { dayAt } from '@app/kernel/clock.js';

/** A closing of a call that is not over, with what reminders need of it. */
export interface ClosingAhead {
  readonly call: CallRecord;
  readonly deadline: CallDeadline;
  readonly closing: Closing;
  /** The number that this closing has for ever (a yearly one has it every year). */
  readonly mark: number;
  /** When its date was set. */
  readonly setAt: Temporal.Instant;
}

/** How far ahead reminders are planned, in days: longer than a year, so a yearly deadline is always in the plan. */
export const HORIZON_DAYS = 400;
/** A weekend rule moves a closing by days, so one whose own day has passed may still be ahead. */
const LONGEST_SHIFT_DAYS = 14;
/** Reports on money that was granted long ago; only those who have it need to hear of them. */
const NOT_REMINDED = ['proof_of_use'];

/** Every closing of a published call that is ahead at `now`, whatever its deadline's stage, proofs of use left out. */
export function closingsAhead(call: CallRecord, now: Temporal.Instant): ClosingAhead[] {
  if (call.state !== 'published') return [];
  const present = presentDeadlines(call);
  const anchors = { applicationDeadline: applicationDeadlineOf(present) };
  return present
    .filter((deadline) => !NOT_REMINDED.includes(deadline.stage))
    .flatMap((deadline) => {
      const today = dayAt(now, deadline.zone);
      const [from, to] = [today.subtract({ days: LONGEST_SHIFT_DAYS }), today.add({ days: HORIZON_DAYS })];
      return closingsBetween(deadline, from, to, anchors)
        .filter((closing) => Temporal.Instant.compare(closing.closesAt, now) > 0)
        .map((closing) => ({ call, deadline, closing, ...markOf(call, deadline, closing) }));
    });
}

/** Active marks stand in the order of the schedule's closings. One that is reckoned from another deadline has a single mark. */
function markOf(call: CallRecord, deadline: CallDeadline, closing: Closing): Pick<ClosingAhead, 'mark' | 'setAt'> {
  const mark = deadline.marks[closing.n - 1] ?? deadline.marks[0];
  if (mark) return { mark: mark.n, setAt: Temporal.Instant.from(mark.changedAt) };
  return { mark: closing.n, setAt: call.contentChangedAt };
}
