import type { Closing } from '@app/deadlines/closing.js';
import { closingsBetween } from '@app/deadlines/closings.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';
import { type CallRecord, presentDeadlines } from '@app/funding/call-record.js';
import { applicationDeadlineOf } from '@app/funding/call-status.js';

export interface DatedClosing {
  readonly deadline: CallDeadline;
  readonly closing: Closing;
}

/** The closing of a deadline on a day as the call names it; undefined when the deadline is gone or its closing lies elsewhere now. */
export function closingOn(call: CallRecord, deadlineId: string, day: string): DatedClosing | undefined {
  const present = presentDeadlines(call);
  const deadline = present.find(({ id }) => id === deadlineId);
  if (!deadline) return undefined;
  const date = Temporal.PlainDate.from(day);
  const closing = closingsBetween(deadline, date, date, { applicationDeadline: applicationDeadlineOf(present) }).at(-1);
  return closing && { deadline, closing };
}
