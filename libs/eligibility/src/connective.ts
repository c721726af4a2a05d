import type { Criterion } from './criterion.js';
import { and, not, or, type Verdict } from './outcome.js';

/** How a node's verdict follows from those of the criteria inside it. */
export function connectiveOf(criterion: Criterion): (verdicts: readonly Verdict[]) => Verdict {
  if ('allOf' in criterion) return and;
  return 'anyOf' in criterion ? or : ([verdict]) => not(verdict!);
}
