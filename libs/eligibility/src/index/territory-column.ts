import { prefixOf } from '../named-territories.js';
import { Bitset } from './bitset.js';
import { SortedColumn } from './sorted-column.js';

/** Countries and states ("DE-05") are asked for again and again, and there are few of them: their sets are kept, 1.4 kB each. */
const LONGEST_KEPT = 5;
const MOST_KEPT = 32;

/** Territories by ordinal: whatever lies in one stands together in the order of their ids. */
export class TerritoryColumn {
  private readonly sorted: SortedColumn<string>;
  private readonly kept = new Map<string, Bitset>();
  /** Whose territory is known. */
  readonly known: Bitset;

  constructor(capacity: number, entries: readonly (readonly [territory: string, ordinal: number])[]) {
    this.sorted = new SortedColumn(capacity, entries);
    this.known = Bitset.of(
      capacity,
      entries.map(([, ordinal]) => ordinal),
    );
  }

  /** Who lies in `outer` or is it; the set may be the column's own: never change it. */
  inside(outer: string): Bitset {
    const kept = this.kept.get(outer);
    if (kept) return kept;
    const set = this.reckoned(outer);
    if (this.kept.size === MOST_KEPT || outer.length > LONGEST_KEPT) return set;
    const lasting = set.copy(0, true);
    this.kept.set(outer, lasting);
    return lasting;
  }

  private reckoned(outer: string): Bitset {
    const set = new Bitset(this.sorted.capacity);
    const prefix = prefixOf(outer);
    const isBeforeOrIn = (value: string) => value < prefix || value.startsWith(prefix);
    this.sorted.addTo(
      set,
      this.sorted.placeOf((value) => value < prefix),
      this.sorted.placeOf(isBeforeOrIn),
    );
    if (prefix !== outer) this.sorted.addEqual(set, outer);
    return set;
  }
}
