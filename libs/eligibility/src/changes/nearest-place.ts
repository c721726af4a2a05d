import { isKey } from '../named-territories.js';
import { type Condition, isMetBy, type Place } from './condition.js';

/** Anywhere else (CLDR's "unknown region"), and anybody else. */
const ELSEWHERE = 'ZZ';
const ANYBODY = 'ZZ:0';
/** Of longer lists only the nearest entries are tried. */
const MOST_ENTRIES = 50;

/**
 * To lie elsewhere, and to be somebody else, each where it is enough; else both. Of the places and keys that are mentioned the one that
 * has the longest beginning in common with one's own, and only if none of them will do the one that stands for all others. Where no key is mentioned none counts, nor a territory where none is.
 */
export function nearestPlaces(conditions: readonly Condition[], own: Place): Place[] {
  const mentioned = [...new Set(conditions.flatMap(({ demand }) => (demand.kind === 'place' ? demand.entries : [])))];
  const territories = nearestFirst(
    mentioned.filter((entry) => !isKey(entry)),
    own.territory,
    ELSEWHERE,
  );
  const keys = nearestFirst(mentioned.filter(isKey), own.key, ANYBODY);
  const best = (places: readonly Place[]) => places.find((place) => conditions.every((condition) => isMetBy(condition, place)));
  const enough = [best(territories.map((territory) => ({ ...own, territory }))), best(keys.map((key) => ({ ...own, key })))];
  const found = enough.filter((place) => place !== undefined);
  if (found.length > 0) return found;
  for (const key of keys) {
    const both = best(territories.map((territory) => ({ territory, key })));
    if (both !== undefined) return [both];
  }
  return [];
}

function nearestFirst(entries: readonly string[], own: string | undefined, other: string): string[] {
  if (entries.length === 0) return [];
  const near = entries.map((entry) => ({ entry, near: commonLength(entry, own ?? '') })).sort((a, b) => b.near - a.near);
  return [...near.slice(0, MOST_ENTRIES).map(({ entry }) => entry), other].filter((entry) => entry !== own);
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
