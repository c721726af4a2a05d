import { BOUNDS, type Criterion, children, isLeaf, type Placed, type Range } from '@app/eligibility/criterion.js';

export type BoundName = (typeof BOUNDS)[number];
export type BoundKind = 'population' | 'fact' | 'members' | 'joint-population';

/** One line that the rule draws through numbers. */
export interface NumericBound extends Placed {
  readonly kind: BoundKind;
  readonly bound: BoundName;
  /** As the rule names it. */
  readonly limit: number;
  /** The last number on the side that the range holds, and the first one beyond. */
  readonly inside: number;
  readonly outside: number;
}

/** What a fact is for the application as a whole cannot be shown by an applicant. */
const OF_THE_WHOLE = '/jointApplication/whole';

/** Every bound of the rule that somebody can be on the wrong side of, in rule order. */
export function boundsIn(rule: Criterion): NumericBound[] {
  return nodesOf({ path: '', criterion: rule })
    .filter(({ path }) => !path.includes(OF_THE_WHOLE))
    .flatMap(boundsOfNode);
}

function nodesOf(place: Placed): Placed[] {
  if (isLeaf(place.criterion)) return [place];
  return [place, ...children(place.criterion, place.path).flatMap(nodesOf)];
}

function boundsOfNode(place: Placed): NumericBound[] {
  const { criterion } = place;
  if ('population' in criterion) return linesOf(place, 'population', criterion.population, 0);
  if ('fact' in criterion) return linesOf(place, 'fact', criterion.fact);
  if (!('jointApplication' in criterion)) return [];
  const { members = {}, population = {} } = criterion.jointApplication;
  return [...linesOf(place, 'members', members, 1), ...linesOf(place, 'joint-population', population, 0)];
}

function linesOf(place: Placed, kind: BoundKind, range: Range, least = Number.NEGATIVE_INFINITY): NumericBound[] {
  return BOUNDS.flatMap((bound): NumericBound[] => {
    const limit = range[bound];
    if (limit === undefined) return [];
    const line = { ...place, kind, bound, limit, ...sidesOf(bound, limit) };
    return Math.min(line.inside, line.outside) < least ? [] : [line];
  });
}

/** Steps of one; where the rule is finer, steps as fine as the rule. */
function sidesOf(bound: BoundName, limit: number): { inside: number; outside: number } {
  const decimals = String(limit).split('.')[1]?.length ?? 0;
  const beside = (sign: 1 | -1) => Number((limit + sign * 10 ** -decimals).toFixed(decimals));
  if (bound === 'atMost') return { inside: limit, outside: beside(1) };
  if (bound === 'atLeast') return { inside: limit, outside: beside(-1) };
  return bound === 'moreThan' ? { inside: beside(1), outside: limit } : { inside: beside(-1), outside: limit };
}
