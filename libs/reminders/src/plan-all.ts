import { regionOfTerritory } from '@app/deadlines/region-of-territory.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { closingsAhead } from './closings-ahead.js';
import { interestIn } from './interest.js';
import { leadsInForce } from './leads/lead-choice.js';
import { type PlannedReminder, planFor } from './plan.js';
import type { Recipient } from './recipients.query.js';

/** Which part of the plan is made anew; nothing given: all of it. */
export interface PlanScope {
  readonly callId?: string;
  readonly personId?: string;
}

/** The reminders of every recipient for every call that concerns them. */
export function planAll(
  state: MatchingState,
  recipients: readonly Recipient[],
  scope: PlanScope,
  now: Temporal.Instant,
): PlannedReminder[] {
  const calls = scope.callId ? [state.calls.get(scope.callId)].filter((call) => call !== undefined) : [...state.calls.values()];
  return calls.flatMap(({ call, outcomes }) => {
    const closings = closingsAhead(call, now);
    if (closings.length === 0) return [];
    const isForSomeOnly = closings.some(({ deadline }) => deadline.appliesTo);
    return recipients.flatMap((recipient) => {
      const authority = state.authorities.get(recipient.ordinal);
      if (!authority) return [];
      const interest = interestIn(call.id, recipient, outcomes.eligible.has(recipient.ordinal));
      if (typeof interest === 'string') return [];
      const applies = isForSomeOnly ? appliesTo(authority, state.named) : () => true;
      const leads = leadsInForce(call.id, recipient.leadChoices, recipient.preference);
      const reader = {
        recipient,
        interest,
        leads,
        zone: authority.zone,
        region: leads.unit === 'working_days' ? regionOfTerritory(authority.territory) : undefined,
      };
      return closings.filter(({ deadline }) => applies(deadline)).flatMap((ahead) => planFor(reader, ahead, now));
    });
  });
}
