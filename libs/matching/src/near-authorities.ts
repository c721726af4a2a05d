import type { AuthorityView } from '@app/authorities/authority-view.js';
import { figureFor } from '@app/eligibility/applicant.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { decisiveContext } from '@app/eligibility/linting/surroundings.js';
import type { Outcome, Verdict } from '@app/eligibility/outcome.js';
import { within } from '@app/eligibility/range.js';
import type { MatchingState } from './matching-state.js';
import type { NumericBound } from './numeric-bounds.js';
import { outcomeAt } from './outcome-of.js';

export interface NearAuthority {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** Day of the figure; a fact may have none. */
  readonly asOf?: string;
  /** Of the bounded condition alone. */
  readonly verdict: Verdict;
  /** Of the whole rule. */
  readonly outcome: Outcome;
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
  const sure = { inside: new Nearest(line.limit), outside: new Nearest(line.limit) };
  const open = { inside: new Nearest(line.limit), outside: new Nearest(line.limit) };
  for (const authority of state.authorities.values()) {
    const { ordinal } = authority;
    const isSure = eligible.has(ordinal) || jointly.has(ordinal);
    const measured = isSure || undetermined.has(ordinal) ? measure(authority) : undefined;
    if (measured === undefined) continue;
    const side = within({ [line.bound]: line.limit }, measured.value) ? 'inside' : 'outside';
    (isSure ? sure : open)[side].add({ authority, ...measured });
  }
  const outcomes = state.outcomesOf(rule);
  const shown = (side: 'inside' | 'outside') =>
    (sure[side].found.length > 0 ? sure : open)[side].found.map((each) => ({
      ...toNear(line, each),
      outcome: outcomeAt(outcomes, each.authority.ordinal),
    }));
  return { inside: shown('inside'), outside: shown('outside') };
}

/** The few that lie next to a number; of two at the same distance the one with the lower key. */
class Nearest {
  readonly found: Measured[] = [];

  constructor(private readonly limit: number) {}

  add(one: Measured): void {
    const place = this.found.findIndex((other) => this.isNearer(one, other));
    if (place >= 0) this.found.splice(place, 0, one);
    else this.found.push(one);
    if (this.found.length > SHOWN) this.found.pop();
  }

  private isNearer(one: Measured, other: Measured): boolean {
    const [away, otherAway] = [one, other].map(({ value }) => Math.abs(value - this.limit)) as [number, number];
    return away < otherAway || (away === otherAway && one.authority.key < other.authority.key);
  }
}

function toNear(line: NumericBound, { authority: { key, name }, value, asOf }: Measured): Omit<NearAuthority, 'outcome'> {
  return { key, name, value, ...(asOf ? { asOf } : {}), verdict: verdictOf(line, value) };
}

function measureOf({ criterion }: NumericBound): ((authority: AuthorityView) => { value: number; asOf?: string } | undefined) | undefined {
  if ('population' in criterion) {
    const { asOf } = criterion.population;
    return (authority) => figureFor(asOf, authority.population);
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
