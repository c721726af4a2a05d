import { Bitset } from './bitset.js';
import { NARROW } from './write-ordinals.js';

/**
 * Entries between two ready-made bitmaps: 12,000 values need 24 bitmaps of 1.5 kB, and a range touches at most 2 × 511 bits one by one.
 * A column has no more than 64 bitmaps, so that a million values need 8 MB and not 240.
 */
const LEAST_BLOCK = 512;
const MOST_BLOCKS = 64;

/** The values of a column in order, with the bitmap of everything before each block: any range of values is two bitmaps and their rims. */
export class SortedColumn<Value extends number | string> {
  private readonly values: readonly Value[];
  private readonly ordinals: Uint16Array | Uint32Array;
  private readonly block: number;
  /** blocks[b] holds the ordinals of the first b × `block` values; made when first needed, for many columns are only asked for single values. */
  private blocks: readonly Bitset[] | undefined;

  constructor(
    readonly capacity: number,
    entries: readonly (readonly [value: Value, ordinal: number])[],
  ) {
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.values = sorted.map(([value]) => value);
    this.ordinals = capacity <= NARROW ? new Uint16Array(sorted.length) : new Uint32Array(sorted.length);
    sorted.forEach(([, ordinal], i) => {
      this.ordinals[i] = ordinal;
    });
    this.block = Math.max(LEAST_BLOCK, Math.ceil(sorted.length / MOST_BLOCKS));
  }

  /** The first place whose value no longer `isBefore`; all values before that place are. */
  placeOf(isBefore: (value: Value) => boolean): number {
    let low = 0;
    let high = this.values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.values[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds the ordinals from place `from` up to, not including, place `to`. */
  addTo(set: Bitset, from: number, to: number): void {
    const firstBlock = Math.ceil(from / this.block);
    const lastBlock = Math.min(Math.floor(to / this.block), Math.floor((this.values.length - 1) / this.block));
    if (firstBlock >= lastBlock) {
      this.addEach(set, from, to);
    } else {
      this.blocks ??= this.madeBlocks();
      this.addEach(set, from, firstBlock * this.block);
      set.addDifference(this.blocks[lastBlock]!, this.blocks[firstBlock]!);
      this.addEach(set, lastBlock * this.block, to);
    }
  }

  /** Adds the ordinals of one value. */
  addEqual(set: Bitset, wanted: Value): void {
    this.addEach(
      set,
      this.placeOf((value) => value < wanted),
      this.placeOf((value) => value <= wanted),
    );
  }

  private addEach(set: Bitset, from: number, to: number): void {
    for (let i = from; i < to; i++) set.add(this.ordinals[i]!);
  }

  private madeBlocks(): Bitset[] {
    const blocks: Bitset[] = [];
    const before = new Bitset(this.capacity);
    for (let from = 0; from < this.values.length; from += this.block) {
      blocks.push(before.copy(this.capacity, true));
      this.addEach(before, from, Math.min(from + this.block, this.values.length));
    }
    return blocks;
  }
}
