import { type Condition, isPlace, type Value } from './condition.js';
import { nearestFactValues } from './nearest-fact.js';
import { nearestNumbers } from './nearest-number.js';
import { nearestPlaces } from './nearest-place.js';
import { nearestTags } from './nearest-tags.js';

/** The values of one dimension that meet all its conditions and lie nearest to the present one; none if nothing can meet them all. */
export function nearestValues(conditions: readonly Condition[], now: Value): NonNullable<Value>[] {
  const kind = conditions[0]?.demand.kind;
  if (kind === 'applicantType') return nearestTags(conditions, Array.isArray(now) ? now : []);
  if (kind === 'place') return nearestPlaces(conditions, isPlace(now) ? now : {});
  if (kind === 'population') {
    const demands = conditions.flatMap(({ demand, holds }) => (demand.kind === 'population' ? [{ range: demand.range, holds }] : []));
    return nearestNumbers(demands, typeof now === 'number' ? now : undefined, 'people');
  }
  if (kind === 'fact') {
    const demands = conditions.flatMap(({ demand, holds }) => (demand.kind === 'fact' ? [{ fact: demand.fact, holds }] : []));
    return nearestFactValues(demands, typeof now === 'object' ? undefined : now);
  }
  return kind === 'join' ? ['jointly'] : ['alone'];
}
