import type { Applicant, Facts, FactValue, PopulationFigure } from '../applicant.js';
import { conjunctionsOf, type Literal } from '../contradiction/conjunctions.js';
import { holds } from '../criteria/fact.js';
import type { Criterion, FactDemand, Leaf, PopulationDemand } from '../criterion.js';
import { contains, isKey, type NamedTerritories, NO_NAMED_TERRITORIES, slugOf } from '../named-territories.js';
import { within } from '../range.js';

/** What is settled about an applicant before the rest is made up. */
export interface Settled {
  /** The figure of a reference date; without one, the newest. */
  readonly population?: { readonly asOf?: string; readonly value: number };
  readonly fact?: { readonly name: string; readonly value: number };
}

/** In no country and no register (ZZ is kept free by ISO 3166). */
const NOWHERE = { key: 'ZZ:0', territory: 'ZZ-0' };
/** The newest figure of somebody made up has to be newer than any reference date. */
const NEWEST = '9999-12-31';
/** As many ways through a criterion are tried. */
const MOST = 60;

/**
 * Applicants made up so that they might meet the criterion: one for each way through it. What two conditions of a way ask of the same
 * figure is not always brought together, so ask `evaluate` what an exemplar really is.
 */
export function exemplarsOf(criterion: Criterion, settled: Settled = {}, named: NamedTerritories = NO_NAMED_TERRITORIES): Applicant[] {
  const ways = conjunctionsOf(asMember(criterion)) ?? [];
  return ways.slice(0, MOST).map((way) => applicantFor(way, settled, named));
}

/** What a member of a joint application has to satisfy by itself. */
function asMember(criterion: Criterion): Criterion {
  if ('allOf' in criterion) return { allOf: criterion.allOf.map(asMember) };
  if ('anyOf' in criterion) return { anyOf: criterion.anyOf.map(asMember) };
  if ('not' in criterion) return { not: asMember(criterion.not) };
  if (!('jointApplication' in criterion)) return criterion;
  const { eachMember, lead } = criterion.jointApplication;
  if (eachMember === undefined) return { allOf: [] };
  return lead === undefined ? eachMember : { anyOf: [eachMember, lead] };
}

interface Demand<Of> {
  readonly demand: Of;
  readonly holds: boolean;
}

function applicantFor(way: readonly Literal[], settled: Settled, named: NamedTerritories): Applicant {
  const pick = <Of>(of: (leaf: Leaf) => Of | undefined): Demand<Of>[] =>
    way.flatMap(({ criterion, holds: is }) => {
      const demand = of(criterion as Leaf);
      return demand === undefined ? [] : [{ demand, holds: is }];
    });
  return {
    ...place(
      pick((leaf) => ('authority' in leaf ? leaf.authority.in : undefined)),
      pick((leaf) => ('territory' in leaf ? leaf.territory.in.flatMap((entry) => entriesOf(entry, named)) : undefined)),
    ),
    types: tags(pick((leaf) => ('applicantType' in leaf ? leaf.applicantType.in : undefined))),
    population: figures(
      pick((leaf) => ('population' in leaf ? leaf.population : undefined)),
      settled,
    ),
    facts: facts(
      pick((leaf) => ('fact' in leaf ? leaf.fact : undefined)),
      settled,
    ),
  };
}

function entriesOf(entry: string, named: NamedTerritories): readonly string[] {
  const slug = slugOf(entry);
  return slug === undefined ? [entry] : (named.entries(slug) ?? []);
}

/** The first tag of each list that no other list excludes. */
function tags(demands: readonly Demand<readonly string[]>[]): string[] {
  const excluded = new Set(demands.filter((list) => !list.holds).flatMap(({ demand }) => demand));
  const chosen = demands.filter((list) => list.holds).flatMap(({ demand }) => demand.find((tag) => !excluded.has(tag)) ?? []);
  return [...new Set(chosen)];
}

function place(keys: readonly Demand<readonly string[]>[], territories: readonly Demand<readonly string[]>[]) {
  const isIn = (list: readonly string[], entry: string) => list.some((each) => (isKey(each) ? each === entry : contains(each, entry)));
  const fits = (lists: readonly Demand<readonly string[]>[], entry: string) =>
    lists.every((list) => isIn(list.demand, entry) === list.holds);
  const wanted = (lists: readonly Demand<readonly string[]>[]) =>
    lists.filter((list) => list.holds).flatMap(({ demand }) => demand.slice(0, MOST));
  const territory = wanted(territories).find((entry) => !isKey(entry) && fits(territories, entry));
  const ownKey = territory === undefined ? wanted(territories).find(isKey) : undefined;
  const key = ownKey ?? wanted(keys).find((entry) => fits(keys, entry));
  return { key: key ?? NOWHERE.key, territory: territory ?? NOWHERE.territory };
}

function figures(demands: readonly Demand<PopulationDemand>[], { population }: Settled): PopulationFigure[] {
  const byDay = Map.groupBy(demands, ({ demand }) => demand.asOf ?? NEWEST);
  const settledDay = population && (population.asOf ?? NEWEST);
  const made = [...byDay].flatMap(([asOf, all]): PopulationFigure[] => {
    const value = numbersAround(all.map(({ demand }) => demand)).find((each) => all.every((one) => within(one.demand, each) === one.holds));
    return asOf === settledDay || value === undefined || value < 0 ? [] : [{ value, asOf }];
  });
  return population === undefined ? made : [...made, { value: population.value, asOf: settledDay }];
}

function facts(demands: readonly Demand<FactDemand>[], { fact }: Settled): Facts {
  const made = [...Map.groupBy(demands, ({ demand }) => demand.name)].flatMap(([name, all]): [string, FactValue][] => {
    const asked = all.flatMap(({ demand }) => demand.is ?? []);
    const candidates = [...asked, ...numbersAround(all.map(({ demand }) => demand)), false, true, '-'];
    const value = candidates.find((each) => all.every((one) => holds(one.demand, each) === one.holds));
    return value === undefined ? [] : [[name, value]];
  });
  return new Map(fact === undefined ? made : [...made, [fact.name, fact.value]]);
}

/** Every number at and beside a bound: if any number fits, one of these does. */
function numbersAround(ranges: readonly { atLeast?: number; moreThan?: number; atMost?: number; lessThan?: number }[]): number[] {
  const bounds = ranges.flatMap(({ atLeast, moreThan, atMost, lessThan }) => [atLeast, moreThan, atMost, lessThan]);
  return bounds.filter((bound) => bound !== undefined).flatMap((bound) => [bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5]);
}
