import { type Closing, closingOf, inOrder } from './closing.js';
import type { Anchors, Deadline, Moment, RelativeSchedule, RollingSchedule, Status } from './deadline.js';
import { opensAt } from './moment.js';
import { dayBefore } from './relative.js';
import { yearlyPosition } from './yearly.js';

/** Where a deadline stands, and the closing that this is about: the one ahead, after the last one the last. */
export interface Reckoning {
  readonly status: Status;
  readonly opensAt?: Temporal.Instant;
  readonly closing?: Closing;
}

/** The table of contract §4, one kind a case. `at` within the years 0001 to 9999. */
export function reckon(deadline: Deadline, at: Temporal.Instant, anchors: Anchors): Reckoning {
  const { schedule } = deadline;
  switch (schedule.kind) {
    case 'fixed':
      return within(deadline, at, schedule.opens, [schedule.closes]);
    case 'cut_offs':
      return within(deadline, at, schedule.opens, schedule.closes);
    case 'yearly': {
      const { open, ahead, opensAt: opening } = yearlyPosition(deadline, schedule, at);
      return { status: open ? 'open' : 'upcoming', opensAt: opening, closing: ahead };
    }
    case 'rolling':
      return reckonRolling(deadline, schedule, at);
    case 'relative':
      return reckonRelative(deadline, schedule, at, anchors);
    case 'month':
      return { status: isOver(Temporal.PlainYearMonth.from(schedule.closes), deadline.zone, at) ? 'closed' : 'open' };
    case 'opening':
      return within(deadline, at, schedule.opens, []);
    case 'unannounced':
      return { status: 'undated' };
  }
}

/** Open from `opens` (or always) to the last of `closes` (or for good). */
function within(deadline: Deadline, at: Temporal.Instant, opens: Moment | undefined, closes: readonly Moment[]): Reckoning {
  const closings = inOrder(closes.map((moment, index) => closingOf(deadline, moment, index + 1)));
  const ahead = closings.find((closing) => Temporal.Instant.compare(closing.closesAt, at) > 0);
  const opening = opens && opensAt(opens, deadline.zone);
  const closing = ahead ?? closings.at(-1);
  if (closing !== undefined && ahead === undefined) return { status: 'closed', opensAt: opening, closing };
  const upcoming = opening !== undefined && Temporal.Instant.compare(at, opening) < 0;
  return { status: upcoming ? 'upcoming' : 'open', opensAt: opening, closing };
}

/** Once the money is spent it is closed, whatever the dates say. */
function reckonRolling(deadline: Deadline, schedule: RollingSchedule, at: Temporal.Instant): Reckoning {
  const reckoned = within(deadline, at, schedule.opens, schedule.until ? [schedule.until] : []);
  return schedule.exhausted ? { ...reckoned, status: 'closed' } : reckoned;
}

function reckonRelative(deadline: Deadline, schedule: RelativeSchedule, at: Temporal.Instant, anchors: Anchors): Reckoning {
  const anchor = schedule.before === 'project_start' ? anchors.projectStart : applicationDay(at, anchors);
  if (anchor === undefined) return { status: 'undated' };
  return within(deadline, at, undefined, [dayBefore(anchor, schedule.duration)]);
}

/** The closing day of the application as the call names it. An application that is itself reckoned from the application has none. */
function applicationDay(at: Temporal.Instant, { applicationDeadline, projectStart }: Anchors): Temporal.PlainDate | undefined {
  return applicationDeadline && reckon(applicationDeadline, at, { projectStart }).closing?.day;
}

function isOver(month: Temporal.PlainYearMonth, zone: string, at: Temporal.Instant): boolean {
  const end = month.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant();
  return Temporal.Instant.compare(at, end) >= 0;
}
