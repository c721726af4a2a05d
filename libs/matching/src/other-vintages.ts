import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { figureFor } from '@app/eligibility/applicant.js';
import { type Criterion, leavesOf } from '@app/eligibility/criterion.js';
import { outcomeFor } from '@app/eligibility/evaluate.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import type { Outcome } from '@app/eligibility/outcome.js';

/** What the outcome would be with the figure of another day. */
export interface OtherVintage {
  readonly asOf: string;
  readonly outcome: Outcome;
}

/**
 * Which figures of other days would decide differently, newest first: each is put in the place of the one that a rule looks at, wherever it looks at one. Empty
 * where a rule asks for no figure, where there is only one, and where all agree. A call that names a reference date stays as it is: this only tells.
 */
export function otherVintages(
  rule: Criterion,
  authority: Pick<AuthorityView, 'key' | 'name' | 'types' | 'territory' | 'population' | 'facts'>,
  named?: NamedTerritories,
): OtherVintage[] {
  const asked = datesOf(rule);
  if (asked.length === 0 || authority.population.length === 0) return [];
  const applicant = applicantOf(authority as AuthorityView);
  const now = outcomeFor(rule, applicant, named);
  const used = new Set(asked.map((asOf) => figureFor(asOf, applicant.population)?.asOf));
  const isOneUsed = used.size === 1;
  return authority.population
    .filter(({ asOf }) => !(isOneUsed && used.has(asOf)))
    .map(({ asOf, value }) => ({ asOf, outcome: outcomeFor(rule, { ...applicant, population: [{ value }] }, named) }))
    .filter(({ outcome }) => outcome !== now)
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
}

/** The reference date of each figure that the rule asks for; undefined is the newest. */
function datesOf(rule: Criterion): (string | undefined)[] {
  return leavesOf(rule).flatMap(({ criterion }) => ('population' in criterion ? [criterion.population.asOf] : []));
}
