import type { FactValue } from '../applicant.js';
import { isInAny } from '../contradiction/possible-leaves.js';
import { holds as factHolds } from '../criteria/fact.js';
import type { FactDemand, JointDemand, Range } from '../criterion.js';
import { within } from '../range.js';

/** What a condition looks at. `alone` is what a joint application below `not` asks for. */
export type Demand =
  | { readonly kind: 'applicantType' | 'territory' | 'authority'; readonly in: readonly string[]; readonly entries: ReadonlySet<string> }
  | { readonly kind: 'population'; readonly asOf?: string; readonly range: Range }
  | { readonly kind: 'fact'; readonly fact: FactDemand }
  | { readonly kind: 'join'; readonly path: string; readonly joint: JointDemand }
  | { readonly kind: 'alone' };

/** What a dimension holds: tags, a territory, a key, a figure, a fact, "alone" or "jointly"; undefined is unknown. */
export type Value = readonly string[] | FactValue | undefined;

/** A leaf that must be met (or, with `holds` false, must not). Conditions of different dimensions have nothing to do with each other. */
export interface Condition {
  /** E.g. "territory", "population:2022-12-31", "fact:grwArea", "join:/anyOf/1". */
  readonly dimension: string;
  readonly demand: Demand;
  readonly holds: boolean;
  /** One bit of its own for each condition, in rule order. */
  readonly bit: bigint;
  /** How far from being met: 0 if it is, else the more the less likely. */
  readonly weight: number;
}

/** Nothing meets a condition on an unknown value, except that nothing is in an empty list. */
export function isMetBy({ demand, holds }: Condition, value: Value): boolean {
  if ('in' in demand && demand.in.length === 0) return !holds;
  return value !== undefined && isTrueOf(demand, value) === holds;
}

function isTrueOf(demand: Demand, value: NonNullable<Value>): boolean {
  switch (demand.kind) {
    case 'applicantType':
      return Array.isArray(value) && value.some((tag) => demand.entries.has(tag));
    case 'territory':
      return typeof value === 'string' && isInAny(value, demand.entries);
    case 'authority':
      return typeof value === 'string' && demand.entries.has(value);
    case 'population':
      return typeof value === 'number' && within(demand.range, value);
    case 'fact':
      return (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') && factHolds(demand.fact, value);
    case 'join':
      return value === 'jointly';
    case 'alone':
      return value === 'alone';
  }
}
