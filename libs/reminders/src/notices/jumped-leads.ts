import { leadDay } from '@app/deadlines/leads.js';
import type { DeadlineAt, DeadlineDifference } from '@app/funding/deadline-differences.js';
import { dayAt } from '@app/kernel/clock.js';
import type { Leads } from '../leads/lead-choice.js';

/** The leads that would still have come and never will now, since a deadline was brought forward over them; the longest first. */
export function jumpedLeads(
  { before, after }: DeadlineDifference,
  { leads, unit, region }: Leads & { readonly region: string | undefined },
  at: Temporal.Instant,
): number[] {
  const isAhead = (lead: number, end: DeadlineAt | undefined): boolean | undefined => {
    const day = end?.state.closing?.day;
    if (!end || !day) return undefined;
    const sending = leadDay(day, lead, unit, region);
    return Temporal.PlainDate.compare(sending, dayAt(at, end.deadline.zone)) >= 0;
  };
  return leads.filter((lead) => isAhead(lead, before) === true && isAhead(lead, after) === false);
}
