import type { FactValue } from '../applicant.js';
import type { FactDemand } from '../criterion.js';
import { Bitset } from './bitset.js';
import { NumberColumn } from './number-column.js';

/** One fact by ordinal, asked for by value or by range. */
export class FactColumn {
  readonly known: Bitset;
  private readonly numbers: NumberColumn;
  private readonly byValue = new Map<FactValue, number[]>();

  constructor(
    private readonly capacity: number,
    entries: readonly (readonly [value: FactValue, ordinal: number])[],
  ) {
    this.known = Bitset.of(
      capacity,
      entries.map(([, ordinal]) => ordinal),
    );
    this.numbers = new NumberColumn(
      capacity,
      entries.filter((entry): entry is [number, number] => typeof entry[0] === 'number'),
    );
    for (const [value, ordinal] of entries) {
      const ordinals = this.byValue.get(value);
      if (ordinals === undefined) this.byValue.set(value, [ordinal]);
      else ordinals.push(ordinal);
    }
  }

  holds(demand: FactDemand): Bitset {
    return demand.is === undefined ? this.numbers.within(demand) : Bitset.of(this.capacity, this.byValue.get(demand.is) ?? []);
  }
}
