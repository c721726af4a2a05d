import type { FactValue } from '../applicant.js';
import { holds as factHolds } from '../criteria/fact.js';
import type { FactDemand } from '../criterion.js';
import { hasBound } from '../range.js';
import { nearestNumbers } from './nearest-number.js';

interface FactCondition {
  readonly fact: FactDemand;
  readonly holds: boolean;
}

/** Stands before a text that must not be: "≠ emergency" is every other text. */
const OTHER_THAN = '≠ ';

/**
 * The values nearest to `from` that satisfy all conditions: of a number that stays one at most one below and one above, else one
 * value: the demanded one, the opposite of an excluded yes or no, a number, or any text but the excluded ones.
 * No kind of value is made up that the conditions do not speak of: what may be neither yes nor no is nothing.
 */
export function nearestFactValues(conditions: readonly FactCondition[], from: FactValue | undefined): FactValue[] {
  const satisfies = (value: FactValue) => conditions.every(({ fact, holds }) => factHolds(fact, value) === holds);
  const ranges = conditions.flatMap(({ fact, holds }) => (hasBound(fact) ? [{ range: fact, holds }] : []));
  const numbers = nearestNumbers(ranges, typeof from === 'number' ? from : undefined, 'any').filter(satisfies);
  if (typeof from === 'number' && numbers.length > 0) return numbers;
  const demanded = conditions.flatMap(({ fact, holds }) => (holds ? (fact.is ?? []) : []));
  const excluded = conditions.flatMap(({ fact, holds }) => (holds ? [] : (fact.is ?? [])));
  const opposites = excluded.flatMap((value) => (typeof value === 'boolean' ? !value : []));
  const others = excluded.flatMap((value) => (typeof value === 'string' ? OTHER_THAN + value : []));
  const best = [...demanded, ...opposites, ...numbers, ...others].find(satisfies);
  return best === undefined ? [] : [best];
}
