import { decodeCursor, encodeCursor, invalidCursor, type Page, type PageRequest } from '@app/kernel/page.js';

/** A page of a ranked list that is reckoned anew each time; its cursor is the number of items before it. */
export function numberedPage<Item>(all: readonly Item[], { limit, cursor }: PageRequest): Page<Item> {
  const [start] = cursor === undefined ? [0] : decodeCursor(cursor, 1);
  if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 0) throw invalidCursor();
  const end = start + limit;
  return { items: all.slice(start, end), total: all.length, next: end < all.length ? encodeCursor([end]) : null };
}
