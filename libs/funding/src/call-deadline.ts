import type { Deadline } from '@app/deadlines/deadline.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { newId } from '@app/kernel/ids.js';
import { type ClosingMark, markClosings } from './closing-marks.js';

/** A deadline as a call states it: perhaps for certain applicants only. */
export interface StatedDeadline extends Deadline {
  readonly appliesTo?: Criterion;
}

/** A deadline of a call: its id stays for ever, its marks carry what calendars need. */
export interface CallDeadline extends StatedDeadline {
  readonly id: string;
  readonly marks: readonly ClosingMark[];
  /** RFC 3339: set when the deadline was taken out of the call; its entries are then shown as cancelled for a while. */
  readonly removedAt?: string;
}

/**
 * Carries ids and marks over from the last state. An id that this call does not know is replaced: a call copied from another one must not share
 * entries and reminders with it. Deadlines that are no longer stated stay as removed, and come back under their id.
 */
export function trackDeadlines(previous: readonly CallDeadline[], stated: readonly StatedDeadline[], at: Temporal.Instant): CallDeadline[] {
  const known = new Map(previous.map((deadline) => [deadline.id, deadline]));
  const tracked = stated.map(({ ...deadline }): CallDeadline => {
    const before = deadline.id === undefined ? undefined : known.get(deadline.id);
    return { ...deadline, id: before?.id ?? newId(at), marks: markClosings(before?.marks ?? [], deadline.schedule, at) };
  });
  const present = new Set(tracked.map((deadline) => deadline.id));
  const removed = previous.filter((deadline) => !present.has(deadline.id)).map((deadline) => removeDeadline(deadline, at));
  return [...tracked, ...removed];
}

function removeDeadline(deadline: CallDeadline, at: Temporal.Instant): CallDeadline {
  if (deadline.removedAt) return deadline;
  return { ...deadline, marks: markClosings(deadline.marks, { kind: 'unannounced' }, at), removedAt: at.toString() };
}

/** As the interface shows it: without what only calendars need. */
export function statedOf({ marks: _marks, removedAt: _removedAt, ...stated }: CallDeadline): StatedDeadline & { id: string } {
  return stated;
}
