import type { FactValue } from '../applicant.js';
import { holds as factHolds } from '../criteria/fact.js';
import type { FactDemand, JointDemand, Range } from '../criterion.js';
import type { Verdict } from '../outcome.js';
import { within } from '../range.js';

/** Where it lies and who it is: sets kept by editors mix both, so they are one thing to look at. */
export interface Place {
  readonly territory?: string;
  readonly key?: string;
}

/** What a condition looks at. `alone` is what a joint application below `not` asks for. */
export type Demand =
  | { readonly kind: 'applicantType'; readonly in: readonly string[] }
  | { readonly kind: 'place'; readonly entries: readonly string[]; readonly judge: (place: Place) => Verdict }
  | { readonly kind: 'population'; readonly asOf?: string; readonly range: Range }
  | { readonly kind: 'fact'; readonly fact: FactDemand }
  | { readonly kind: 'join'; readonly path: string; readonly joint: JointDemand }
  | { readonly kind: 'alone' };

/** What a dimension holds: tags, a place, a figure, a fact, "alone" or "jointly"; undefined is unknown. */
export type Value = readonly string[] | Place | FactValue | undefined;

/** A leaf that must be met (or, with `holds` false, must not). Conditions of different dimensions have nothing to do with each other. */
export interface Condition {
  /** E.g. "place", "population:2022-12-31", "fact:grwArea", "join:/anyOf/1". */
  readonly dimension: string;
  readonly demand: Demand;
  readonly holds: boolean;
  /** One bit of its own for each condition, in rule order. */
  readonly bit: bigint;
  /** How far from being met: 0 if it is, else the more the less likely. */
  readonly weight: number;
}

/** An unknown value meets no condition. */
export function isMetBy({ demand, holds }: Condition, value: Value): boolean {
  if (value === undefined) return false;
  return verdictOf(demand, value) === (holds ? 'met' : 'unmet');
}

function verdictOf(demand: Demand, value: NonNullable<Value>): Verdict {
  if (demand.kind === 'place') return isPlace(value) ? demand.judge(value) : 'unknown';
  return isTrueOf(demand, value) ? 'met' : 'unmet';
}

function isTrueOf(demand: Exclude<Demand, { kind: 'place' }>, value: NonNullable<Value>): boolean {
  switch (demand.kind) {
    case 'applicantType':
      return Array.isArray(value) && value.some((tag) => demand.in.includes(tag));
    case 'population':
      return typeof value === 'number' && within(demand.range, value);
    case 'fact':
      return typeof value !== 'object' && factHolds(demand.fact, value);
    case 'join':
      return value === 'jointly';
    case 'alone':
      return value === 'alone';
  }
}

export function isPlace(value: Value): value is Place {
  return typeof value === 'object' && !Array.isArray(value);
}
