import { APPLICATION_STAGES, type Moment, type Status } from './deadline.js';
import type { DeadlineState } from './evaluate-deadline.js';

/** One deadline of a call and where it stands. */
export interface StagedState {
  readonly stage: string;
  readonly state: DeadlineState;
}

/** Where a call stands, reckoned from its application-side deadlines (contract §5). */
export interface CallState {
  readonly status: Status;
  readonly opensAt?: Temporal.Instant;
  readonly closesAt?: Temporal.Instant;
  readonly daysLeft?: number;
  readonly next?: Moment;
  /** The day on which it closes next, or closed last, as the call names it (unshifted); absent where no day is known. */
  readonly closingDay?: string;
}

const BY_RANK: readonly Status[] = ['open', 'upcoming', 'undated', 'closed'];

/**
 * Open if any is open, else upcoming, else undated, else closed; without an application-side deadline undated. The closing is the earliest
 * among those that give the status, when all are closed the latest; the opening is the earliest among them.
 */
export function callState(states: readonly StagedState[]): CallState {
  const counting = states.filter(({ stage }) => APPLICATION_STAGES.includes(stage)).map(({ state }) => state);
  const status = BY_RANK.find((rank) => counting.some((state) => state.status === rank)) ?? 'undated';
  const same = counting.filter((state) => state.status === status);
  const dated = sortedBy(same, 'closesAt');
  const deciding = status === 'closed' ? dated.at(-1) : dated[0];
  const opensAt = sortedBy(same, 'opensAt')[0]?.opensAt;
  return {
    status,
    ...(opensAt && { opensAt }),
    ...(deciding?.closesAt && { closesAt: deciding.closesAt }),
    ...(deciding?.daysLeft !== undefined && { daysLeft: deciding.daysLeft }),
    ...(deciding?.next && { next: deciding.next }),
    ...(deciding?.closing && { closingDay: deciding.closing.moment.date }),
  };
}

function sortedBy(states: readonly DeadlineState[], name: 'opensAt' | 'closesAt'): DeadlineState[] {
  const dated = states.filter((state) => state[name] !== undefined);
  return dated.toSorted((one, other) => Temporal.Instant.compare(one[name]!, other[name]!));
}
