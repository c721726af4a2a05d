import { dayAt } from '@app/kernel/clock.js';
import type { LedgerRow } from './ledger.query.js';
import { MORNING } from './plan.js';
import type { Frequency } from './preference.js';

/** What becomes of somebody's due reminders. */
export interface Choice {
  /** Each list becomes a letter. */
  readonly letters: readonly (readonly LedgerRow[])[];
  /** A nearer reminder of the same closing is due too, and goes out alone. */
  readonly superseded: readonly LedgerRow[];
}

/** Calls that are published together are planned one after the other: a letter waits until nothing new has come for this long … */
const QUIET = { seconds: 10 };
/** … but not longer than this. */
const PATIENCE = { seconds: 60 };

/** Of the reminders of one closing, after an outage say, only the nearest; all of a person in one letter, or with `immediate` one for each call. */
export function chooseDue(due: readonly LedgerRow[], frequency: Frequency): Choice {
  const nearest = new Map<string, LedgerRow>();
  for (const reminder of due) {
    const closing = `${reminder.authorityId} ${reminder.callId} ${reminder.deadlineId} ${reminder.closesOn}`;
    const other = nearest.get(closing);
    if (!other || isNearer(reminder, other)) nearest.set(closing, reminder);
  }
  const sent = [...nearest.values()];
  const superseded = due.filter((reminder) => !sent.includes(reminder));
  if (sent.length === 0) return { letters: [], superseded };
  return { letters: frequency === 'immediate' ? [...Map.groupBy(sent, ({ callId }) => callId).values()] : [sent], superseded };
}

function isNearer(one: LedgerRow, other: LedgerRow): boolean {
  return Temporal.Instant.compare(one.dueAt, other.dueAt) > 0 || (one.dueAt.equals(other.dueAt) && one.lead < other.lead);
}

/** Whether more of the same may be about to come. A clock that was set back (--now) makes nobody wait. */
export function isStillComing(due: readonly Pick<LedgerRow, 'updatedAt'>[], now: Temporal.Instant): boolean {
  const written = due.map(({ updatedAt }) => updatedAt).toSorted(Temporal.Instant.compare);
  const [oldest, youngest] = [written[0], written.at(-1)];
  if (!oldest || !youngest || Temporal.Instant.compare(youngest, now) > 0) return false;
  return Temporal.Instant.compare(youngest.add(QUIET), now) > 0 && Temporal.Instant.compare(oldest.add(PATIENCE), now) > 0;
}

/** The day of a letter is that of the place whose reminder was due first. */
export function letterDay(due: readonly LedgerRow[], now: Temporal.Instant): { day: Temporal.PlainDate; endsAt: Temporal.Instant } {
  const first = due.toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt))[0]!;
  const day = dayAt(now, first.zone);
  return { day, endsAt: day.add({ days: 1 }).toZonedDateTime(first.zone).toInstant() };
}

/** After the day's letter: what closes tomorrow or today cannot wait for the next one. */
export function canWait(due: readonly LedgerRow[], day: Temporal.PlainDate): boolean {
  return due.every(({ closesOn }) => Temporal.PlainDate.compare(closesOn, day.add({ days: 1 })) > 0);
}

/** Before the morning: what was left over from another day does not ring at night, unless it closes today. */
export function isNight(due: readonly LedgerRow[], now: Temporal.Instant): boolean {
  return due.every(({ zone, dueAt, closesOn }) => {
    const local = now.toZonedDateTimeISO(zone);
    const today = local.toPlainDate();
    const isOfToday = dayAt(dueAt, zone).equals(today) || Temporal.PlainDate.compare(closesOn, today) <= 0;
    return !isOfToday && Temporal.PlainTime.compare(local, MORNING) < 0;
  });
}
