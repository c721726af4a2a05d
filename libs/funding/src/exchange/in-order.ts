export interface Ordered<Item> {
  readonly sorted: Item[];
  /** One of those that refer to each other in a circle. */
  readonly circle?: Item;
}

/** What others refer to before those that refer to it, else as they came. */
export function inOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  refersTo: (item: Item) => readonly string[],
): Ordered<Item> {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const going = new Set<Item>();
  const sorted = new Set<Item>();
  let circle: Item | undefined;
  const place = (item: Item): void => {
    if (going.has(item)) circle ??= item;
    if (going.has(item) || sorted.has(item)) return;
    going.add(item);
    for (const other of refersTo(item)) if (byKey.has(other)) place(byKey.get(other)!);
    going.delete(item);
    sorted.add(item);
  };
  for (const item of items) place(item);
  return { sorted: [...sorted], ...(circle !== undefined && { circle }) };
}
