import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import type { OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import type { CallDeadline } from '@app/funding/call-deadline.js';

export type Tally = Readonly<Record<Outcome, number>>;

export function outcomeAt(sets: OutcomeSets, ordinal: number): Outcome {
  return OUTCOMES.find((outcome) => sets[outcome].has(ordinal)) ?? 'undetermined';
}

/** What a rule says of one authority, evaluated by itself. */
export function outcomeFor(rule: Criterion, authority: AuthorityView, named: NamedTerritories): Outcome {
  return evaluate(rule, applicantOf(authority), named).outcome;
}

export function tallyOf(sets: OutcomeSets): Tally {
  return {
    eligible: sets.eligible.count(),
    eligible_jointly: sets.eligible_jointly.count(),
    undetermined: sets.undetermined.count(),
    ineligible: sets.ineligible.count(),
  };
}

/** For an authority only those deadlines count whose `appliesTo` is not unmet (contract §5). */
export function appliesTo(authority: AuthorityView, named: NamedTerritories): (deadline: CallDeadline) => boolean {
  const applicant = applicantOf(authority);
  return (deadline) => !deadline.appliesTo || evaluate(deadline.appliesTo, applicant, named).outcome !== 'ineligible';
}
