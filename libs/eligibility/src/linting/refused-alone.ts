import { type Criterion, children, isLeaf, type Range } from '../criterion.js';

/** Met by whoever applies alone and does not meet the rule, as far as figures are known: "not at least 5" is "less than 5". */
export function refusedAlone(rule: Criterion): Criterion {
  return reading(rule, false);
}

/** Without `not` before groups and figures; a joint application is made by nobody alone. */
function reading(criterion: Criterion, holds: boolean): Criterion {
  if ('not' in criterion) return reading(criterion.not, !holds);
  if ('jointApplication' in criterion) return holds ? { anyOf: [] } : { allOf: [] };
  if (isLeaf(criterion)) return holds ? criterion : opposite(criterion);
  const parts = children(criterion).map((child) => reading(child.criterion, holds));
  return 'allOf' in criterion === holds ? { allOf: parts } : { anyOf: parts };
}

function opposite(leaf: Criterion): Criterion {
  if (!('population' in leaf)) return { not: leaf };
  const { asOf, ...range } = leaf.population;
  return { anyOf: outside(range).map((bound) => ({ population: asOf === undefined ? bound : { ...bound, asOf } })) };
}

function outside({ atLeast, moreThan, atMost, lessThan }: Range): Range[] {
  return [
    ...(atLeast === undefined ? [] : [{ lessThan: atLeast }]),
    ...(moreThan === undefined ? [] : [{ atMost: moreThan }]),
    ...(atMost === undefined ? [] : [{ moreThan: atMost }]),
    ...(lessThan === undefined ? [] : [{ atLeast: lessThan }]),
  ];
}
