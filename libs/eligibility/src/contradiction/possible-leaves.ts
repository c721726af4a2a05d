import { holds } from '../criteria/fact.js';
import type { FactDemand, Leaf, PopulationDemand } from '../criterion.js';
import { contains, isKey } from '../named-territories.js';
import { EVERY_NUMBER, type Interval, intersection, intervalOf, isEmpty, isWithin, wholeNumbers } from './intervals.js';

/**
 * Whether somebody can satisfy all of `positive` and, if one is given, not `negative`. Says no only where nobody can: tags are free of
 * each other, each reference date has its own figure, each fact its own value, and sets kept by editors may hold anything.
 */
export function areLeavesPossible(positive: readonly Leaf[], negative?: Leaf): boolean {
  return (
    areTagsPossible(positive, negative) &&
    arePopulationsPossible(positive, negative) &&
    areKeysPossible(positive, negative) &&
    areTerritoriesPossible(positive, negative) &&
    areFactsPossible(positive, negative)
  );
}

/** One has several tags at once, so each list needs a tag that is not excluded. */
function areTagsPossible(positive: readonly Leaf[], negative?: Leaf): boolean {
  const excluded = new Set(negative && 'applicantType' in negative ? negative.applicantType.in : []);
  return positive.every((leaf) => !('applicantType' in leaf) || leaf.applicantType.in.some((tag) => !excluded.has(tag)));
}

function arePopulationsPossible(positive: readonly Leaf[], negative?: Leaf): boolean {
  const byDay = Map.groupBy(
    positive.flatMap((leaf) => ('population' in leaf ? leaf.population : [])),
    ({ asOf }) => asOf,
  );
  const inhabitants = (demands: readonly PopulationDemand[]) =>
    demands.reduce((all, demand) => intersection(all, wholeNumbers(demand, 0)), wholeNumbers({}, 0));
  if ([...byDay.values()].some((demands) => isEmpty(inhabitants(demands)))) return false;
  if (negative === undefined || !('population' in negative)) return true;
  return !isWithin(inhabitants(byDay.get(negative.population.asOf) ?? []), wholeNumbers(negative.population, 0));
}

function areKeysPossible(positive: readonly Leaf[], negative?: Leaf): boolean {
  const lists = positive.flatMap((leaf) => ('authority' in leaf ? [new Set(leaf.authority.in)] : []));
  if (lists.length === 0) return true;
  const onAll = lists.reduce((all, list) => all.intersection(list));
  const excluded = new Set(negative && 'authority' in negative ? negative.authority.in : []);
  return onAll.difference(excluded).size > 0;
}

/** A set kept by editors (or a key) in a list leaves everything open; what is excluded beside it is excluded all the same. */
function areTerritoriesPossible(positive: readonly Leaf[], negative?: Leaf): boolean {
  const lists = positive.flatMap((leaf) => ('territory' in leaf && !leaf.territory.in.some(isKey) ? [leaf.territory.in] : []));
  if (lists.length === 0) return true;
  const common = lists.reduce(commonTerritories);
  const excluded = negative && 'territory' in negative ? negative.territory.in.filter((entry) => !isKey(entry)) : [];
  return common.some((territory) => !isInAny(territory, new Set(excluded)));
}

function commonTerritories(a: readonly string[], b: readonly string[]): readonly string[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((territory) => isInAny(territory, inB)), ...b.filter((territory) => isInAny(territory, inA))];
}

/** Asks for each beginning of the id, so that lists of thousands cost no product. */
function isInAny(territory: string, territories: ReadonlySet<string>): boolean {
  for (let end = 1; end <= territory.length; end++) {
    const outer = territory.slice(0, end);
    if (territories.has(outer) && contains(outer, territory)) return true;
  }
  return false;
}

function areFactsPossible(positive: readonly Leaf[], negative?: Leaf): boolean {
  const byName = Map.groupBy(
    positive.flatMap((leaf) => ('fact' in leaf ? leaf.fact : [])),
    ({ name }) => name,
  );
  if (![...byName.values()].every(isFactPossible)) return false;
  if (negative === undefined || !('fact' in negative)) return true;
  const demands = byName.get(negative.fact.name) ?? [];
  const value = demands.find(({ is }) => is !== undefined)?.is;
  if (value !== undefined) return !holds(negative.fact, value);
  return demands.length === 0 || negative.fact.is !== undefined || !isWithin(numbersOf(demands), intervalOf(negative.fact));
}

/** Either all demand the same value, or all demand numbers and some number is in every range. */
function isFactPossible(demands: readonly FactDemand[]): boolean {
  const value = demands.find(({ is }) => is !== undefined)?.is;
  if (value !== undefined) return demands.every((demand) => holds(demand, value));
  return !isEmpty(numbersOf(demands));
}

function numbersOf(demands: readonly FactDemand[]): Interval {
  return demands.reduce((all, demand) => intersection(all, intervalOf(demand)), EVERY_NUMBER);
}
