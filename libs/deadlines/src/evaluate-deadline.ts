import { dayAt } from '@app/kernel/clock.js';
import type { Closing } from './closing.js';
import { type Warning, warningsAbout } from './closing-warnings.js';
import type { Anchors, Deadline, Moment, Status } from './deadline.js';
import { reckon } from './reckon.js';

/** Where a deadline stands at an instant. */
export interface DeadlineState {
  readonly status: Status;
  readonly opensAt?: Temporal.Instant;
  /** Exclusive: the first instant that is too late. */
  readonly closesAt?: Temporal.Instant;
  /** Calendar days in the deadline's zone up to the closing day, 0 on that day; absent when closed or when there is no such day. */
  readonly daysLeft?: number;
  /** The closing ahead, as the call names it (unshifted). */
  readonly next?: Moment;
  /** The closing that `closesAt` is about, with its number and both days. Not part of the interface of contract §4. */
  readonly closing?: Closing;
  readonly warnings: readonly Warning[];
}

/**
 * Status, closing instant and days left of a deadline (contract §4). Pure: depends neither on the clock nor on the process's zone.
 * @param deadline as `parseDeadline` gives it
 * @param at within the years 0001 to 9999
 * @param anchors what a relative deadline is reckoned from; without its anchor it is undated
 */
export function evaluateDeadline(deadline: Deadline, at: Temporal.Instant, anchors: Anchors = {}): DeadlineState {
  const { status, opensAt, closing } = reckon(deadline, at, anchors);
  return {
    status,
    ...(opensAt && { opensAt }),
    ...(closing && { closesAt: closing.closesAt }),
    ...(closing && status !== 'closed' && ahead(closing, dayAt(at, deadline.zone))),
    ...(closing && { closing }),
    warnings: closing ? warningsAbout(closing, deadline) : [],
  };
}

/** Never below 0: the day of a closing may be one that the zone skipped. */
function ahead(closing: Closing, today: Temporal.PlainDate): Pick<DeadlineState, 'daysLeft' | 'next'> {
  return { daysLeft: Math.max(0, today.until(closing.effectiveDay).days), next: closing.moment };
}
