import type { Applicant } from '../applicant.js';
import { type Criterion, leavesOf, type Placed, type PopulationCriterion } from '../criterion.js';
import { outcomeFor } from '../evaluate.js';
import { judgeLeaf } from '../judge-leaf.js';
import { NO_NAMED_TERRITORIES } from '../named-territories.js';
import type { LintContext } from './lint.js';
import { placeOfMunicipalities } from './missing-ways.js';
import { decisiveContext } from './surroundings.js';
import type { Remark } from './unknown-names.js';

/** Whoever names one of these has thought of independent cities. */
const DISTINCT = ['independent_city', 'district_municipality', 'city_state', 'large_district_town'];

/**
 * Upper bounds that divide the independent cities: they are municipalities with the tasks of a county, and an editor who bounds
 * municipalities and not counties often has not thought of them.
 */
export function caughtCities(rule: Criterion, context: LintContext): Remark[] {
  const { independentCities = [] } = context;
  if (independentCities.length === 0 || placeOfMunicipalities(rule) === undefined || isDistinguishing(rule)) return [];
  return leavesOf(rule).flatMap((place) => (isUpperBound(place) ? dividing(rule, place, context) : []));
}

function dividing(rule: Criterion, place: Placed<PopulationCriterion>, { independentCities = [], named }: LintContext): Remark[] {
  const surroundings = decisiveContext(rule, place.path);
  const cities = independentCities.filter((city) => outcomeFor(surroundings, city, named) !== 'ineligible');
  const judged = (verdict: string) => cities.filter((city) => verdictOf(place.criterion, city) === verdict).length;
  const [passing, stopped] = [judged('met'), judged('unmet')];
  if (passing === 0 || stopped === 0) return [];
  const { atMost, lessThan } = place.criterion.population;
  return [
    { ...place, code: 'cities-under-bound', at: '/population', params: { atMost, lessThan, passing, stopped, total: passing + stopped } },
  ];
}

function verdictOf(leaf: PopulationCriterion, city: Applicant): string {
  return judgeLeaf(leaf, city, NO_NAMED_TERRITORIES).verdict;
}

function isUpperBound(place: Placed): place is Placed<PopulationCriterion> {
  const { path, criterion } = place;
  // Below a `not` an upper bound is a lower one.
  if (!('population' in criterion) || path.split('/').includes('not')) return false;
  return criterion.population.atMost !== undefined || criterion.population.lessThan !== undefined;
}

function isDistinguishing(rule: Criterion): boolean {
  return leavesOf(rule).some(
    ({ criterion }) => 'applicantType' in criterion && criterion.applicantType.in.some((tag) => DISTINCT.includes(tag)),
  );
}
