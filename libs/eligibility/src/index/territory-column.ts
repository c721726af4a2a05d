import { prefixOf } from '../named-territories.js';
import { Bitset } from './bitset.js';
import { SortedColumn } from './sorted-column.js';

/** Territories by ordinal: whatever lies in one stands together in the order of their ids. */
export class TerritoryColumn {
  private readonly sorted: SortedColumn<string>;
  /** Whose territory is known. */
  readonly known: Bitset;

  constructor(capacity: number, entries: readonly (readonly [territory: string, ordinal: number])[]) {
    this.sorted = new SortedColumn(capacity, entries);
    this.known = Bitset.of(
      capacity,
      entries.map(([, ordinal]) => ordinal),
    );
  }

  /** Adds who lies in `outer` or is it. */
  addInside(set: Bitset, outer: string): void {
    const prefix = prefixOf(outer);
    const isBeforeOrIn = (value: string) => value < prefix || value.startsWith(prefix);
    this.sorted.addTo(
      set,
      this.sorted.placeOf((value) => value < prefix),
      this.sorted.placeOf(isBeforeOrIn),
    );
    if (prefix !== outer) this.sorted.addEqual(set, outer);
  }
}
