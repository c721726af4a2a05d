import type { Condition } from './condition.js';

/** The tags nearest to one's own: less what is excluded; where that is not enough, of each demanded list one's own tag, else the first. */
export function nearestTags(conditions: readonly Condition[], own: readonly string[]): string[][] {
  const lists = (wanted: boolean) =>
    conditions.flatMap(({ demand, holds }) => (holds === wanted && demand.kind === 'applicantType' ? [demand.in] : []));
  const excluded = new Set(lists(false).flat());
  const kept = own.filter((tag) => !excluded.has(tag));
  if (lists(true).every((list) => list.some((tag) => kept.includes(tag)))) return [kept];
  const chosen = lists(true).map((list) => kept.find((tag) => list.includes(tag)) ?? list.find((tag) => !excluded.has(tag)));
  return chosen.every((tag) => tag !== undefined) ? [[...new Set(chosen)]] : [];
}
