import type { Partner } from './partner.js';

/** Sums of the first so many of a row of figures, from none on. */
type Sums = readonly number[];

/** How many people some of the first partners of a pool can bring, picked for most and for fewest. */
export class PeopleSums {
  /** For each length of the beginning; most beginnings share their sums with the one before. */
  private readonly ofLargest: Sums[];
  private readonly ofSmallest: Sums[];

  /** `longest`: no more are ever picked. Somebody without a figure brings no known people. */
  constructor(pool: readonly Partner[], longest: number) {
    const figures = pool.map(({ profile }) => profile.population ?? 0);
    this.ofLargest = sumsOfBeginnings(figures, longest, (a, b) => b - a);
    this.ofSmallest = sumsOfBeginnings(figures, longest, (a, b) => a - b);
  }

  /** The most people that `count` of the first `upTo` partners have. */
  most(upTo: number, count: number): number {
    return this.ofLargest[upTo]![count] ?? this.ofLargest[upTo]!.at(-1)!;
  }

  fewest(upTo: number, count: number): number {
    return this.ofSmallest[upTo]![count] ?? this.ofSmallest[upTo]!.at(-1)!;
  }
}

function sumsOfBeginnings(figures: readonly number[], longest: number, order: (a: number, b: number) => number): Sums[] {
  const picked: number[] = [];
  const sums: Sums[] = [[0]];
  for (const figure of figures) {
    const isPicked = picked.length < longest || order(figure, picked.at(-1)!) < 0;
    if (isPicked) {
      picked.splice(placeOf(figure, picked, order), 0, figure);
      if (picked.length > longest) picked.pop();
    }
    sums.push(isPicked ? summed(picked) : sums.at(-1)!);
  }
  return sums;
}

function placeOf(figure: number, picked: readonly number[], order: (a: number, b: number) => number): number {
  const at = picked.findIndex((each) => order(figure, each) < 0);
  return at < 0 ? picked.length : at;
}

function summed(figures: readonly number[]): Sums {
  const sums = [0];
  for (const figure of figures) sums.push(sums.at(-1)! + figure);
  return sums;
}
