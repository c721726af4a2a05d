import { type Applicant, figureFor } from '../applicant.js';
import { holds } from '../criteria/fact.js';
import type { Leaf, Range } from '../criterion.js';
import { isKey, type NamedTerritories, prefixOf, slugOf } from '../named-territories.js';

/** Verdicts as numbers: Kleene's and is the smaller one, his or the larger one, his not the distance to `MET`. */
export const UNMET = 0;
export const UNKNOWN = 1;
export const MET = 2;

/** The verdict of one leaf, without the reasons. */
export type LeafTest = (applicant: Applicant) => number;

/** Says what `judgeLeaf` says, for a leaf that is asked thousands of times: whatever needs no applicant is done here, once. */
export function leafTest(leaf: Leaf, named: NamedTerritories): LeafTest {
  if ('applicantType' in leaf) {
    const tags = leaf.applicantType.in;
    return ({ types }) => (tags.some((tag) => types.includes(tag)) ? MET : UNMET);
  }
  if ('population' in leaf) return populationTest(leaf.population, leaf.population.asOf);
  if ('territory' in leaf) return territoryTest(leaf.territory.in, named);
  if ('authority' in leaf) return keyTest(leaf.authority.in);
  const demand = leaf.fact;
  return ({ facts }) => {
    const value = facts.get(demand.name);
    if (value === undefined) return UNKNOWN;
    return holds(demand, value) ? MET : UNMET;
  };
}

function populationTest(range: Range, asOf: string | undefined): LeafTest {
  const { atLeast, atMost } = { atLeast: Number.NEGATIVE_INFINITY, atMost: Number.POSITIVE_INFINITY, ...range };
  const { moreThan, lessThan } = { moreThan: Number.NEGATIVE_INFINITY, lessThan: Number.POSITIVE_INFINITY, ...range };
  return ({ population }) => {
    const value = figureFor(asOf, population)?.value;
    if (value === undefined) return UNKNOWN;
    return value >= atLeast && value <= atMost && value > moreThan && value < lessThan ? MET : UNMET;
  };
}

function keyTest(keys: readonly string[]): LeafTest {
  if (keys.length === 0) return () => UNMET;
  const listed = new Set(keys);
  return ({ key }) => {
    if (key === undefined) return UNKNOWN;
    return listed.has(key) ? MET : UNMET;
  };
}

function territoryTest(entries: readonly string[], named: NamedTerritories): LeafTest {
  const tests = entries.map((entry) => {
    const slug = slugOf(entry);
    if (slug === undefined) return placeTest(entry);
    // Looked up at the time of asking: editors change the sets.
    return (applicant: Applicant) => anyOf((named.entries(slug) ?? [undefined]).map(placeTest), applicant);
  });
  return (applicant) => anyOf(tests, applicant);
}

/** One place of a territory leaf; undefined stands for the content of a set that nobody knows. */
function placeTest(place: string | undefined): LeafTest {
  if (place === undefined) return () => UNKNOWN;
  if (isKey(place)) return keyTest([place]);
  const prefix = prefixOf(place);
  return ({ territory }) => {
    if (territory === undefined) return UNKNOWN;
    return territory === place || territory.startsWith(prefix) ? MET : UNMET;
  };
}

function anyOf(tests: readonly LeafTest[], applicant: Applicant): number {
  let verdict = UNMET;
  for (const test of tests) verdict = Math.max(verdict, test(applicant));
  return verdict;
}
