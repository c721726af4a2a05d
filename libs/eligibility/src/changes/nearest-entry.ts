import { type Condition, isMetBy } from './condition.js';

/** Anywhere else (CLDR's "unknown region"), and anybody else. */
const ELSEWHERE = { territory: 'ZZ', authority: 'ZZ:0' } as const;
/** Of longer lists only the nearest entries are tried. */
const MOST_ENTRIES = 500;

/** The tags nearest to one's own: less what is excluded; of each demanded list one's own tag, else the first. */
export function nearestTags(conditions: readonly Condition[], own: readonly string[]): string[][] {
  const lists = (holds: boolean) => conditions.flatMap(({ demand, holds: has }) => (has === holds && 'in' in demand ? [demand.in] : []));
  const excluded = new Set(lists(false).flat());
  const kept = own.filter((tag) => !excluded.has(tag));
  if (lists(true).every((list) => list.some((tag) => kept.includes(tag)))) return [kept];
  const chosen = lists(true).map((list) => kept.find((tag) => list.includes(tag)) ?? list.find((tag) => !excluded.has(tag)));
  return chosen.every((tag) => tag !== undefined) ? [[...new Set(chosen)]] : [];
}

/** The demanded place or key that has the longest beginning in common with one's own, else the one that stands for all others. */
export function nearestEntries(conditions: readonly Condition[], own: string | undefined, kind: 'territory' | 'authority'): string[] {
  const lists = conditions.flatMap(({ demand, holds }) => (holds && 'in' in demand ? [demand.in] : []));
  const entries = lists.length === 0 ? [ELSEWHERE[kind]] : [...new Set(lists.flat())];
  const nearest = entries
    .map((entry) => ({ entry, near: commonLength(entry, own ?? '') }))
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_ENTRIES);
  const best = nearest.find(({ entry }) => conditions.every((condition) => isMetBy(condition, entry)));
  return best === undefined ? [] : [best.entry];
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
