import { type Applicant, figureFor } from '../applicant.js';
import { holds } from '../criteria/fact.js';
import type { Leaf, Range } from '../criterion.js';
import { isKey, type NamedTerritories, prefixOf, slugOf } from '../named-territories.js';
import { setTest } from './set-test.js';

/** Verdicts as numbers: Kleene's and is the smaller one, his or the larger one, his not the distance to `MET`. */
export const UNMET = 0;
const UNKNOWN = 1;
export const MET = 2;

const SHORT = 8;

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
  const { atLeast = Number.NEGATIVE_INFINITY, moreThan = Number.NEGATIVE_INFINITY } = range;
  const { atMost = Number.POSITIVE_INFINITY, lessThan = Number.POSITIVE_INFINITY } = range;
  return ({ population }) => {
    const value = figureFor(asOf, population)?.value;
    if (value === undefined) return UNKNOWN;
    return value >= atLeast && value <= atMost && value > moreThan && value < lessThan ? MET : UNMET;
  };
}

function keyTest(keys: readonly string[]): LeafTest {
  if (keys.length === 0) return () => UNMET;
  // A short list is looked through as fast as a set, and needs no memory of its own.
  const listed = keys.length > SHORT ? new Set(keys) : undefined;
  return ({ key }) => {
    if (key === undefined) return UNKNOWN;
    return (listed ? listed.has(key) : keys.includes(key)) ? MET : UNMET;
  };
}

function territoryTest(entries: readonly string[], named: NamedTerritories): LeafTest {
  const tests = entries.map((entry) => {
    const slug = slugOf(entry);
    if (slug === undefined) return placeTest(entry);
    const isIn = setTest(slug, named);
    return (applicant: Applicant) => {
      const verdict = isIn(applicant);
      if (verdict === undefined) return UNKNOWN;
      return verdict ? MET : UNMET;
    };
  });
  return (applicant) => anyOf(tests, applicant);
}

function placeTest(place: string): LeafTest {
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
