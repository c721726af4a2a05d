import type { Applicant } from '../applicant.js';
import type { ChangeElement } from './change.js';
import { type Condition, isMetBy, type Value } from './condition.js';
import { elementsOf } from './elements.js';
import { nearestValues } from './nearest-values.js';
import { valueNow } from './value-now.js';
import type { Way } from './ways.js';

/** What changes of one dimension, with the conditions for which it does: another value that meets them would do too. */
export interface Part {
  readonly dimension: string;
  readonly conditions: readonly Condition[];
  readonly now: Value;
  /** One; of a place two where both territory and key have to be others. */
  readonly elements: readonly ChangeElement[];
}
export type Candidate = readonly Part[];

/** A number may go up or down; of more numbers than four not every combination is tried. */
const MOST_CANDIDATES = 16;

/** What has to change for a way to be met; several where a number may go up as well as down, none where nothing can meet it. */
export function candidatesOf(way: Way, applicant: Applicant): Candidate[] {
  let candidates: Candidate[] = [[]];
  for (const [dimension, conditions] of Map.groupBy(way.conditions, (condition) => condition.dimension)) {
    const { demand } = conditions[0]!;
    const now = valueNow(demand, applicant);
    if (conditions.every((condition) => isMetBy(condition, now))) continue;
    const parts = nearestValues(conditions, now).map(
      (to): Part => ({ dimension, conditions, now, elements: elementsOf(demand, to, applicant) }),
    );
    candidates = candidates.flatMap((candidate) => parts.map((part) => [...candidate, part])).slice(0, MOST_CANDIDATES);
  }
  return candidates;
}

/** The same without one element. */
export function without(candidate: Candidate, element: ChangeElement): Candidate {
  return candidate
    .map((part) => ({ ...part, elements: part.elements.filter((other) => other !== element) }))
    .filter(({ elements }) => elements.length > 0);
}
