import type { Deadline, Moment } from './deadline.js';
import { holidayRegion } from './holiday-region.js';
import { closesAt, dayOf } from './moment.js';
import { isWorkingDay, nextWorkingDay } from './working-days.js';

/** One dated end of a deadline. */
export interface Closing {
  /** Number of the cut-off in `closes` as given, from 1; 1 where there is only one. */
  readonly n: number;
  /** Of a yearly deadline only. */
  readonly year?: number;
  /** As the call names it; what warnings and reminders aim at. */
  readonly moment: Moment;
  /** The day of `moment`. */
  readonly day: Temporal.PlainDate;
  /** The day that counts: another one than `day` only under `next_working_day`. */
  readonly effectiveDay: Temporal.PlainDate;
  /** The first instant that is too late, weekend rule applied. */
  readonly closesAt: Temporal.Instant;
}

export function closingOf(deadline: Deadline, moment: Moment, n = 1, year?: number): Closing {
  const day = dayOf(moment);
  const effectiveDay = shifted(day, deadline);
  const instant = closesAt({ ...moment, date: effectiveDay.toString() }, deadline.zone);
  return { n, ...(year !== undefined && { year }), moment, day, effectiveDay, closesAt: instant };
}

function shifted(day: Temporal.PlainDate, deadline: Deadline): Temporal.PlainDate {
  if (deadline.weekendRule !== 'next_working_day') return day;
  const region = holidayRegion(deadline);
  return isWorkingDay(day, region) ? day : nextWorkingDay(day, region);
}

/** In the order in which they end. */
export function inOrder(closings: readonly Closing[]): Closing[] {
  return closings.toSorted((one, other) => Temporal.Instant.compare(one.closesAt, other.closesAt) || one.n - other.n);
}
