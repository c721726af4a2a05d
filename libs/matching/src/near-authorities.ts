import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { figureFor } from '@app/eligibility/applicant.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { decisiveContext } from '@app/eligibility/linting/surroundings.js';
import type { Verdict } from '@app/eligibility/outcome.js';
import { within } from '@app/eligibility/range.js';
import type { MatchingState } from './matching-state.js';
import type { NumericBound } from './numeric-bounds.js';

export interface NearAuthority {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** Day of the figure; a fact may have none. */
  readonly asOf?: string;
  /** Of the bounded condition alone. */
  readonly verdict: Verdict;
}

interface Measured {
  readonly authority: AuthorityView;
  readonly value: number;
  readonly asOf?: string;
}

/** As many on each side. */
const SHOWN = 2;

/** Those next to the line for whom it decides; where it decides for nobody, those for whom it might. Of groups there are none in a register. */
export function nearAuthorities(state: MatchingState, rule: Criterion, line: NumericBound) {
  const measure = measureOf(line);
  if (measure === undefined) return { inside: [], outside: [] };
  const { eligible, eligible_jointly: jointly, undetermined } = state.outcomesOf(decisiveContext(rule, line.path));
  const sets = { sure: [] as Measured[], open: [] as Measured[] };
  for (const authority of state.authorities.values()) {
    const { ordinal } = authority;
    const isSure = eligible.has(ordinal) || jointly.has(ordinal);
    const measured = isSure || undetermined.has(ordinal) ? measure(authority) : undefined;
    if (measured) sets[isSure ? 'sure' : 'open'].push({ authority, ...measured });
  }
  const side = (isInside: boolean) => {
    const isOnIt = ({ value }: Measured) => within({ [line.bound]: line.limit }, value) === isInside;
    const found = [sets.sure, sets.open].map((set) => set.filter(isOnIt)).find((set) => set.length > 0) ?? [];
    return nearest(found, line);
  };
  return { inside: side(true), outside: side(false) };
}

function nearest(found: readonly Measured[], line: NumericBound): NearAuthority[] {
  const away = ({ value }: Measured) => Math.abs(value - line.limit);
  return found
    .toSorted((a, b) => away(a) - away(b) || (a.authority.key < b.authority.key ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ authority: { key, name }, value, asOf }) => ({ key, name, value, ...(asOf ? { asOf } : {}), verdict: verdictOf(line, value) }));
}

function measureOf({ criterion }: NumericBound): ((authority: AuthorityView) => { value: number; asOf?: string } | undefined) | undefined {
  if ('population' in criterion) {
    const { asOf } = criterion.population;
    return (authority) => figureFor(asOf, applicantOf(authority).population);
  }
  if (!('fact' in criterion)) return undefined;
  const { name } = criterion.fact;
  return ({ facts }) => {
    const fact = facts.find((each) => each.name === name);
    return typeof fact?.value === 'number' ? { value: fact.value, asOf: fact.asOf ?? undefined } : undefined;
  };
}

function verdictOf({ criterion }: NumericBound, value: number): Verdict {
  const range = 'population' in criterion ? criterion.population : 'fact' in criterion ? criterion.fact : {};
  return within(range, value) ? 'met' : 'unmet';
}
