export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  oneOf<Item>(items: readonly Item[]): Item;
  /** True with this probability. */
  chance(probability: number): boolean;
}

/** The same numbers for the same seed (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, oneOf: (items) => items[Math.floor(next() * items.length)]!, chance: (probability) => next() < probability };
}
