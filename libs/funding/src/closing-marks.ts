import type { Schedule } from '@app/deadlines/deadline.js';

/**
 * What calendars need to know of one closing of a deadline over time: its number for ever, how often it changed, and when.
 * A number is never given to another closing, so an entry's UID stays the same when its date moves.
 */
export interface ClosingMark {
  readonly n: number;
  /** The closing as the schedule writes it: "2014-07-25", "2014-07-25T12:00", "09-30", "P8W before application". */
  readonly moment: string;
  /** Rises with each change of date or state. */
  readonly sequence: number;
  /** RFC 3339, UTC. */
  readonly changedAt: string;
  /** Set when the closing vanished: its entry is shown as cancelled for 90 days. */
  readonly cancelledAt?: string;
}

/** The dated closings of a schedule, in the order in which it lists them; none for schedules without a closing day. */
export function momentsOf(schedule: Schedule): string[] {
  const text = (moment: { date: string; time?: string }) => (moment.time ? `${moment.date}T${moment.time}` : moment.date);
  switch (schedule.kind) {
    case 'fixed':
      return [text(schedule.closes)];
    case 'cut_offs':
      return schedule.closes.map(text);
    case 'yearly':
      return schedule.closes.map(({ monthDay, time }) => (time ? `${monthDay}T${time}` : monthDay));
    case 'rolling':
      return schedule.until && !schedule.exhausted ? [text(schedule.until)] : [];
    case 'relative':
      return [`${schedule.duration} before ${schedule.before}`];
    default:
      return [];
  }
}

/** Active marks first, in the order of the schedule's closings (so the i-th mark belongs to the i-th closing), then the cancelled ones. */
export function markClosings(previous: readonly ClosingMark[], schedule: Schedule, at: Temporal.Instant): ClosingMark[] {
  const moments = momentsOf(schedule);
  const kept = new Map<number, ClosingMark>();
  const free = previous.filter((mark) => {
    if (mark.cancelledAt) return false;
    const index = moments.findIndex((moment, i) => moment === mark.moment && !kept.has(i));
    if (index >= 0) kept.set(index, mark);
    return index < 0;
  });
  let highest = previous.reduce((max, mark) => Math.max(max, mark.n), 0);
  const changedAt = at.toString();
  const active = moments.map((moment, index): ClosingMark => {
    const same = kept.get(index);
    if (same) return same;
    const moved = free.shift();
    if (moved) return { n: moved.n, moment, sequence: moved.sequence + 1, changedAt };
    highest += 1;
    return { n: highest, moment, sequence: 0, changedAt };
  });
  const cancelled = free.map((mark) => ({ ...mark, sequence: mark.sequence + 1, changedAt, cancelledAt: changedAt }));
  return [...active, ...cancelled, ...previous.filter((mark) => mark.cancelledAt)];
}
