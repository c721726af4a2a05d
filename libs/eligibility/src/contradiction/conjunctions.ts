import { type Criterion, isLeaf, type JointCriterion, type Leaf } from '../criterion.js';

/** A condition that has to hold, or must not. */
export interface Literal {
  readonly criterion: Leaf | JointCriterion;
  readonly holds: boolean;
}

/** More ways than this to meet a rule are not looked through; such a rule is taken as possible. */
const MOST_WAYS = 1_000;

/** Every way to meet the criterion (or, with `holds` false, not to meet it), each a list of conditions; undefined if they are too many. */
export function conjunctionsOf(criterion: Criterion, holds = true): Literal[][] | undefined {
  if ('not' in criterion) return conjunctionsOf(criterion.not, !holds);
  if (isLeaf(criterion) || 'jointApplication' in criterion) return [[{ criterion, holds }]];
  const parts = ('allOf' in criterion ? criterion.allOf : criterion.anyOf).map((part) => conjunctionsOf(part, holds));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return 'allOf' in criterion === holds ? product(parts) : sum(parts);
}

function product(parts: readonly Literal[][][]): Literal[][] | undefined {
  let ways: Literal[][] = [[]];
  for (const part of parts) {
    if (ways.length * part.length > MOST_WAYS) return undefined;
    ways = ways.flatMap((way) => part.map((more) => [...way, ...more]));
  }
  return ways;
}

function sum(parts: readonly Literal[][][]): Literal[][] | undefined {
  return parts.reduce((count, part) => count + part.length, 0) > MOST_WAYS ? undefined : parts.flat();
}
