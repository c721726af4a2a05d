import type { AuthorityView } from '@app/authorities/authority-view.js';
import { APPLICATION_STAGES } from '@app/deadlines/deadline.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { dayAt } from '@app/kernel/clock.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { type ClosingAhead, closingsAhead } from '../closings-ahead.js';
import { MORNING } from '../plan.js';

/** So many days before a closing it is asked whether anybody listens. */
export const DAYS_BEFORE = 7;

/** Closings of a call on the applicant's side that are ahead at `now`. */
export function applicationClosings(call: CallRecord, now: Temporal.Instant): ClosingAhead[] {
  return closingsAhead(call, now).filter(({ deadline }) => APPLICATION_STAGES.includes(deadline.stage));
}

/**
 * The one of `closings` that an authority has to do with next, if it is near: 07:00 there has come, seven days before it. A call that was
 * published later than that has until the next morning to be noticed.
 */
export function nearClosing(
  closings: readonly ClosingAhead[],
  authority: AuthorityView,
  named: NamedTerritories,
  now: Temporal.Instant,
): ClosingAhead | undefined {
  const applies = appliesTo(authority, named);
  const [next] = closings
    .filter(({ deadline }) => applies(deadline))
    .toSorted((one, other) => Temporal.Instant.compare(one.closing.closesAt, other.closing.closesAt));
  if (!next) return undefined;
  const morningOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: authority.zone, plainTime: MORNING }).toInstant();
  const { call, closing } = next;
  const beginnings = [
    morningOf(closing.day.subtract({ days: DAYS_BEFORE })),
    ...(call.publishedAt ? [morningOf(dayAt(call.publishedAt, authority.zone).add({ days: 1 }))] : []),
  ];
  return beginnings.every((beginning) => Temporal.Instant.compare(beginning, now) <= 0) ? next : undefined;
}
