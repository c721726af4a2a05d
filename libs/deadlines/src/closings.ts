import { type Closing, closingOf } from './closing.js';
import type { Anchors, Deadline, Moment, RelativeSchedule } from './deadline.js';
import { dayBefore } from './relative.js';
import { closingsOfYear } from './yearly.js';

/**
 * Every dated closing whose day (as the call names it, before any weekend rule) lies in [from, to], in the order of those days.
 * None for schedules without days: month, opening, unannounced, rolling without an end or exhausted, relative without its anchor.
 * One that is reckoned from the application has one for each closing of that, with its number and year.
 */
export function closingsBetween(deadline: Deadline, from: Temporal.PlainDate, to: Temporal.PlainDate, anchors: Anchors = {}): Closing[] {
  return allClosings(deadline, from, to, anchors)
    .filter(({ day }) => Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day) || one.n - other.n);
}

function allClosings(deadline: Deadline, from: Temporal.PlainDate, to: Temporal.PlainDate, anchors: Anchors): Closing[] {
  const { schedule } = deadline;
  const numbered = (moments: readonly Moment[]) => moments.map((moment, index) => closingOf(deadline, moment, index + 1));
  switch (schedule.kind) {
    case 'fixed':
      return numbered([schedule.closes]);
    case 'cut_offs':
      return numbered(schedule.closes);
    case 'rolling':
      return schedule.until && !schedule.exhausted ? numbered([schedule.until]) : [];
    case 'yearly': {
      const length = Math.max(0, to.year - from.year + 1);
      return Array.from({ length }, (_, offset) => closingsOfYear(deadline, schedule, from.year + offset)).flat();
    }
    case 'relative':
      return relativeClosings(deadline, schedule, from, to, anchors);
    default:
      return [];
  }
}

function relativeClosings(
  deadline: Deadline,
  schedule: RelativeSchedule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { applicationDeadline, projectStart }: Anchors,
): Closing[] {
  if (schedule.before === 'project_start') {
    return projectStart ? [closingOf(deadline, dayBefore(projectStart, schedule.duration))] : [];
  }
  if (applicationDeadline === undefined) return [];
  // an anchor's day lies a duration after the reckoned one; months differ in length, hence a few days more
  const latest = to.add(Temporal.Duration.from(schedule.duration)).add({ days: 7 });
  return closingsBetween(applicationDeadline, from, latest, { projectStart }).map(({ day, n, year }) =>
    closingOf(deadline, dayBefore(day, schedule.duration), n, year),
  );
}
