import { NARROW, SLACK, writeOrdinals } from './write-ordinals.js';

const BITS = 32;

/**
 * A set of small numbers (ordinals of authorities), a bit for each. Sets of different capacity go together: what lies beyond the
 * smaller one is not in it. 11,400 authorities are 1.4 kB.
 */
export class Bitset {
  private readonly words: Uint32Array;

  /** A set that `lasts` is never changed once it is made and has memory of its own; others go with the question that they answer. */
  constructor(
    readonly capacity: number,
    readonly lasts = false,
  ) {
    const length = Math.ceil(capacity / BITS);
    this.words = lasts ? new Uint32Array(length) : emptyWords(length);
  }

  /** A set that lasts. */
  static of(capacity: number, ordinals: Iterable<number>): Bitset {
    const set = new Bitset(capacity, true);
    for (const ordinal of ordinals) set.add(ordinal);
    return set;
  }

  /** Only while a set is being made; ordinals lie in 0…capacity−1. */
  add(ordinal: number): void {
    this.words[ordinal >>> 5]! |= 1 << (ordinal & 31);
  }

  has(ordinal: number): boolean {
    return ordinal >= 0 && ((this.words[ordinal >>> 5] ?? 0) & (1 << (ordinal & 31))) !== 0;
  }

  count(): number {
    const { words } = this;
    let count = 0;
    // Counted, not for…of: an iterator makes it five times slower.
    for (let i = 0; i < words.length; i++) count += bitsIn(words[i]!);
    return count;
  }

  get isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  and(other: Bitset): Bitset {
    const result = new Bitset(Math.min(this.capacity, other.capacity));
    const [made, a, b] = [result.words, this.words, other.words];
    for (let i = 0; i < made.length; i++) made[i] = a[i]! & b[i]!;
    return result;
  }

  or(other: Bitset): Bitset {
    const [large, small] = this.capacity >= other.capacity ? [this, other] : [other, this];
    const result = large.copy();
    result.addAll(small);
    return result;
  }

  /** What is in this set and in none of the others. */
  minus(...others: readonly Bitset[]): Bitset {
    const result = this.copy();
    for (const other of others) result.remove(other);
    return result;
  }

  /** Only while a set is being made; this set is not the smaller one. */
  addAll(other: Bitset): void {
    const [made, more] = [this.words, other.words];
    for (let i = 0; i < more.length; i++) made[i]! |= more[i]!;
  }

  /** Only while a set is being made. */
  retain(other: Bitset): void {
    const [made, kept] = [this.words, other.words];
    for (let i = 0; i < made.length; i++) made[i]! &= kept[i] ?? 0;
  }

  /** Only while a set is being made. */
  remove(other: Bitset): void {
    const [made, less] = [this.words, other.words];
    const length = Math.min(made.length, less.length);
    for (let i = 0; i < length; i++) made[i]! &= ~less[i]!;
  }

  /** What is in `everyone` and not in this set. */
  not(everyone: Bitset): Bitset {
    return everyone.minus(this);
  }

  /** Adds what is in `more` and not in `less`, all of one capacity; only while a set is being made. */
  addDifference(more: Bitset, less: Bitset): void {
    const [made, upTo, from] = [this.words, more.words, less.words];
    for (let i = 0; i < made.length; i++) made[i]! |= upTo[i]! & ~from[i]!;
  }

  /** A set of its own, with room for `capacity` if that is more. */
  copy(capacity = 0, lasts = false): Bitset {
    const result = new Bitset(Math.max(this.capacity, capacity), lasts);
    result.words.set(this.words);
    return result;
  }

  /** The members in ascending order, in the narrower array where it holds them. */
  ordinals(): Uint16Array | Uint32Array {
    const count = this.count();
    const room = count + SLACK;
    const ordinals = this.capacity <= NARROW ? new Uint16Array(room) : new Uint32Array(room);
    writeOrdinals(this.words, ordinals, 0, { from: 0, length: this.words.length, most: count });
    return ordinals.subarray(0, count);
  }

  /** Writes the words of the set to `length` places of `target`; it has no members beyond them. */
  writeWords(target: Uint32Array, at: number, length: number): void {
    target.set(this.words.length <= length ? this.words : this.words.subarray(0, length), at);
    if (this.words.length < length) target.fill(0, at + this.words.length, at + length);
  }

  /** A set that lasts, of a copy of these words. */
  static fromWords(words: Uint32Array): Bitset {
    const set = new Bitset(words.length * BITS, true);
    set.words.set(words);
    return set;
  }

  /**
   * Writes the members in ascending order from place `at` on and says where they end. Faster where the target has room for everybody;
   * up to 8 places behind the last one may be overwritten.
   */
  writeOrdinals(target: Uint16Array | Uint32Array, at: number): number {
    return writeOrdinals(this.words, target, at, { from: 0, length: this.words.length, most: this.capacity });
  }

  equals(other: Bitset): boolean {
    const length = Math.max(this.words.length, other.words.length);
    for (let i = 0; i < length; i++) if ((this.words[i] ?? 0) !== (other.words[i] ?? 0)) return false;
    return true;
  }

  /** Eight ordinals a byte, the lowest in the lowest bit, whatever the machine. */
  toBytes(): Uint8Array {
    return Uint8Array.from({ length: Math.ceil(this.capacity / 8) }, (_, i) => this.words[i >>> 2]! >>> ((i & 3) * 8));
  }

  static fromBytes(bytes: Uint8Array): Bitset {
    const set = new Bitset(bytes.length * 8);
    bytes.forEach((byte, i) => {
      set.words[i >>> 2]! |= byte << ((i & 3) * 8);
    });
    return set;
  }
}

/** Words that are cut from one piece of memory; larger sets get memory of their own. */
const PIECE = 16_384;
let piece = new Uint32Array(PIECE);
let used = 0;

/** Asking for memory takes longer than a word operation on the whole register, so small sets share a piece of 64 kB, which goes with the last of them. */
function emptyWords(length: number): Uint32Array {
  if (length > PIECE / 8) return new Uint32Array(length);
  if (used + length > PIECE) {
    piece = new Uint32Array(PIECE);
    used = 0;
  }
  used += length;
  return piece.subarray(used - length, used);
}

/** How many bits of a word are set (Hacker's Delight, figure 5-2). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
