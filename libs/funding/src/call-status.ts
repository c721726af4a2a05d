import { type CallState, callState } from '@app/deadlines/call-status.js';
import { type DeadlineState, evaluateDeadline } from '@app/deadlines/evaluate-deadline.js';
import type { CallDeadline, StatedDeadline } from './call-deadline.js';
import { type CallRecord, presentDeadlines } from './call-record.js';

export interface ReckonedDeadline {
  readonly deadline: CallDeadline;
  readonly state: DeadlineState;
}

/** The deadline that relative ones of the same call are reckoned from. */
export function applicationDeadlineOf<Stated extends StatedDeadline>(deadlines: readonly Stated[]): Stated | undefined {
  return deadlines.find((deadline) => deadline.stage === 'application' && deadline.schedule.kind !== 'relative');
}

/** Every present deadline of a call at an instant; `applies` leaves out those that are for others. */
export function reckonDeadlines(
  call: Pick<CallRecord, 'deadlines'>,
  at: Temporal.Instant,
  applies: (deadline: CallDeadline) => boolean = () => true,
): ReckonedDeadline[] {
  const present = presentDeadlines(call);
  const applicationDeadline = applicationDeadlineOf(present);
  return present.filter(applies).map((deadline) => ({ deadline, state: evaluateDeadline(deadline, at, { applicationDeadline }) }));
}

/** Status of the call as a whole (contract §5): open if any application-side deadline is, else upcoming, else undated, else closed. */
export function callStateAt(call: CallRecord, at: Temporal.Instant, applies?: (deadline: CallDeadline) => boolean): CallState {
  return callState(reckonDeadlines(call, at, applies).map(({ deadline, state }) => ({ stage: deadline.stage, state })));
}
