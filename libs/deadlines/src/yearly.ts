import { type Closing, closingOf, inOrder } from './closing.js';
import type { Deadline, Moment, YearlySchedule } from './deadline.js';
import { closesAt, opensAt } from './moment.js';

export function momentIn(year: number, { monthDay, time }: { monthDay: string; time?: string }): Moment {
  const date = Temporal.PlainMonthDay.from(monthDay).toPlainDate({ year }).toString();
  return time === undefined ? { date } : { date, time };
}

/** The closings of one calendar year, in the order given. */
export function closingsOfYear(deadline: Deadline, schedule: YearlySchedule, year: number): Closing[] {
  return schedule.closes.map((closes, index) => closingOf(deadline, momentIn(year, closes), index + 1, year));
}

/** Where a yearly deadline stands: within which window, and which closing is ahead. */
export interface YearlyPosition {
  readonly open: boolean;
  /** Start of the window that is open, else of the one ahead; absent without `opens`. */
  readonly opensAt?: Temporal.Instant;
  readonly ahead: Closing;
}

/** The years around are enough for windows over New Year's and for closings that a weekend pushes into the next year. */
const REACH = [-1, 0, 1, 2];

export function yearlyPosition(deadline: Deadline, schedule: YearlySchedule, at: Temporal.Instant): YearlyPosition {
  const year = at.toZonedDateTimeISO(deadline.zone).year;
  const closings = inOrder(REACH.flatMap((offset) => closingsOfYear(deadline, schedule, year + offset)));
  const ahead = closings.find((closing) => isAfter(closing.closesAt, at))!;
  const { opens } = schedule;
  if (opens === undefined) return { open: true, ahead };
  const openings = REACH.map((offset) => opensAt(momentIn(year + offset, opens), deadline.zone));
  const current = openings.find((opening, index) => {
    const last = lastWithin(closings, opening, openings[index + 1], deadline.zone);
    return !isAfter(opening, at) && last !== undefined && isAfter(last.closesAt, at);
  });
  return { open: current !== undefined, opensAt: current ?? openings.find((opening) => isAfter(opening, at)), ahead };
}

/** The last closing of the window that starts at `opening`; which window a closing belongs to is decided before any weekend rule. */
function lastWithin(
  closings: readonly Closing[],
  opening: Temporal.Instant,
  next: Temporal.Instant | undefined,
  zone: string,
): Closing | undefined {
  return closings.findLast((closing) => {
    const instant = closesAt(closing.moment, zone);
    return isAfter(instant, opening) && (next === undefined || !isAfter(instant, next));
  });
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
