import type { MatchingState } from '@app/matching/matching-state.js';
import { closingOn } from './closing-on.js';
import type { LedgerRow } from './ledger.query.js';
import { afterQuiet } from './quiet-hours.js';

type Told = Pick<LedgerRow, 'callId' | 'deadlineId' | 'closesOn' | 'zone'>;

/**
 * Until when these reminders wait because it is night where they are read; undefined: they go out now. One that would be over by the end of the
 * quiet hours cannot wait, and takes the others with it.
 */
export function asleepUntil(reminders: readonly Told[], state: MatchingState, now: Temporal.Instant): Temporal.Instant | undefined {
  const mornings = reminders.map(({ zone }) => afterQuiet(now, zone));
  const isAwake = reminders.some((reminder, index) => {
    const morning = mornings[index]!;
    return Temporal.Instant.compare(morning, now) === 0 || isOverBy(morning, reminder, state);
  });
  return isAwake ? undefined : mornings.toSorted(Temporal.Instant.compare)[0];
}

function isOverBy(instant: Temporal.Instant, { callId, deadlineId, closesOn }: Told, state: MatchingState): boolean {
  const call = state.calls.get(callId)?.call;
  const found = call && closingOn(call, deadlineId, closesOn);
  return found !== undefined && Temporal.Instant.compare(found.closing.closesAt, instant) <= 0;
}
