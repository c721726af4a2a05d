const BITS = 32;
const FULL = 0xffffffff;
/** As many ordinals as two bytes can name. */
const NARROW = 65_536;

/**
 * A set of small numbers (ordinals of authorities), a bit for each. Sets of different capacity go together: what lies beyond the
 * smaller one is not in it. 11,400 authorities are 1.4 kB.
 */
export class Bitset {
  private readonly words: Uint32Array;

  constructor(readonly capacity: number) {
    this.words = new Uint32Array(Math.ceil(capacity / BITS));
  }

  static of(capacity: number, ordinals: Iterable<number>): Bitset {
    const set = new Bitset(capacity);
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
    const [made, more] = [result.words, small.words];
    for (let i = 0; i < more.length; i++) made[i]! |= more[i]!;
    return result;
  }

  /** What is in this set and in none of the others. */
  minus(...others: readonly Bitset[]): Bitset {
    const result = this.copy();
    for (const other of others) result.remove(other);
    return result;
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
  copy(capacity = 0): Bitset {
    const result = new Bitset(Math.max(this.capacity, capacity));
    result.words.set(this.words);
    return result;
  }

  /** The members in ascending order, in the narrower array where it holds them. */
  ordinals(): Uint16Array | Uint32Array {
    const count = this.count();
    const ordinals = this.capacity <= NARROW ? new Uint16Array(count) : new Uint32Array(count);
    this.writeOrdinals(ordinals, 0);
    return ordinals;
  }

  /** Writes the members in ascending order from place `at` on and says where they end. */
  writeOrdinals(target: Uint16Array | Uint32Array, at: number): number {
    const { words } = this;
    let end = at;
    for (let i = 0; i < words.length; i++) {
      const base = i * BITS;
      let word = words[i]!;
      if (word === FULL) for (let bit = 0; bit < BITS; bit++) target[end++] = base + bit;
      else for (; word !== 0; word &= word - 1) target[end++] = base + 31 - Math.clz32(word & -word);
    }
    return end;
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

/** How many bits of a word are set (Hacker's Delight, figure 5-2). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
