import type { Range } from '../criterion.js';
import { Bitset } from './bitset.js';
import { SortedColumn } from './sorted-column.js';

/** Numbers by ordinal, asked for by range. */
export class NumberColumn {
  private readonly sorted: SortedColumn<number>;
  /** Who has a number at all. */
  readonly known: Bitset;

  constructor(capacity: number, entries: readonly (readonly [value: number, ordinal: number])[]) {
    this.sorted = new SortedColumn(capacity, entries);
    this.known = Bitset.of(
      capacity,
      entries.map(([, ordinal]) => ordinal),
    );
  }

  within(range: Range): Bitset {
    const { atLeast, moreThan, atMost, lessThan } = range;
    const isTooSmall = (value: number) => (atLeast !== undefined && value < atLeast) || (moreThan !== undefined && value <= moreThan);
    const isNotTooLarge = (value: number) => (atMost === undefined || value <= atMost) && (lessThan === undefined || value < lessThan);
    const set = new Bitset(this.sorted.capacity);
    this.sorted.addTo(set, this.sorted.placeOf(isTooSmall), this.sorted.placeOf(isNotTooLarge));
    return set;
  }
}
