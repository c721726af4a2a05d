import { decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';

/** One page of a short list that is at hand as a whole, in the order of its keys. */
export function pageOf<Item>(all: readonly Item[], keyOf: (item: Item) => string, { limit, cursor }: PageRequest): Page<Item> {
  const after = cursor ? `${decodeCursor(cursor, 1)[0]}` : undefined;
  const sorted = all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = sorted.filter((item) => after === undefined || keyOf(item) > after);
  const items = rest.slice(0, limit);
  return { items, total: all.length, next: rest.length > limit ? encodeCursor([keyOf(items.at(-1)!)]) : null };
}
