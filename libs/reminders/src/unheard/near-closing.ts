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

export interface NextClosing {
  readonly ahead: ClosingAhead;
  /** From then on it is near: 07:00 where the authority lies. */
  readonly nearFrom: Temporal.Instant;
}

/**
 * The one of `closings` that an authority has to do with next. It is near from seven days before it; a call that was published later than that
 * has until the next morning to be noticed.
 */
export function nextClosing(closings: readonly ClosingAhead[], authority: AuthorityView, named: NamedTerritories): NextClosing | undefined {
  const applies = appliesTo(authority, named);
  const [ahead] = closings
    .filter(({ deadline }) => applies(deadline))
    .toSorted((one, other) => Temporal.Instant.compare(one.closing.closesAt, other.closing.closesAt));
  if (!ahead) return undefined;
  const { call, closing } = ahead;
  const days = [
    closing.day.subtract({ days: DAYS_BEFORE }),
    ...(call.publishedAt ? [dayAt(call.publishedAt, authority.zone).add({ days: 1 })] : []),
  ];
  const day = days.toSorted(Temporal.PlainDate.compare).at(-1)!;
  return { ahead, nearFrom: day.toZonedDateTime({ timeZone: authority.zone, plainTime: MORNING }).toInstant() };
}
