import type { OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { STATE_IDS } from '../texts/states.js';
import type { MatchSummary } from './call.model.js';

/** How many fit in each state; states without an authority in the register are left out. */
export function statesOf(state: MatchingState, sets: OutcomeSets): MatchSummary['states'] {
  const perState = new Map(STATE_IDS.map((id) => [id, { id, eligible: 0, total: 0 }]));
  for (const authority of state.authorities.values()) {
    const row = perState.get(authority.territory.slice(0, 5));
    if (!row) continue;
    row.total += 1;
    if (sets.eligible.has(authority.ordinal)) row.eligible += 1;
  }
  return [...perState.values()].filter(({ total }) => total > 0);
}
