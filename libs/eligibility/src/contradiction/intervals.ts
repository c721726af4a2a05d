import type { Range } from '../criterion.js';

/** The numbers between two bounds, each counted in unless it is open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export const EVERY_NUMBER: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lowOpen: false, highOpen: false };

export function intervalOf(range: Range): Interval {
  const { atLeast = Number.NEGATIVE_INFINITY, moreThan = Number.NEGATIVE_INFINITY } = range;
  const { atMost = Number.POSITIVE_INFINITY, lessThan = Number.POSITIVE_INFINITY } = range;
  return {
    low: Math.max(atLeast, moreThan),
    high: Math.min(atMost, lessThan),
    lowOpen: Number.isFinite(moreThan) && moreThan >= atLeast,
    highOpen: Number.isFinite(lessThan) && lessThan <= atMost,
  };
}

/** The whole numbers of a range from `least` on: people and members are counted. */
export function wholeNumbers(range: Range, least: number): Interval {
  const { low, high, lowOpen, highOpen } = intervalOf(range);
  const lowest = lowOpen ? Math.floor(low) + 1 : Math.ceil(low);
  const highest = highOpen ? Math.ceil(high) - 1 : Math.floor(high);
  return { low: Math.max(lowest, least), high: highest, lowOpen: false, highOpen: false };
}

export function intersection(a: Interval, b: Interval): Interval {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  return {
    low,
    high,
    lowOpen: (a.lowOpen && a.low === low) || (b.lowOpen && b.low === low),
    highOpen: (a.highOpen && a.high === high) || (b.highOpen && b.high === high),
  };
}

export function isEmpty({ low, high, lowOpen, highOpen }: Interval): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}

/** Whether every number of an interval that is not empty lies in the other one. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const isBelow = inner.low < outer.low || (inner.low === outer.low && outer.lowOpen && !inner.lowOpen);
  const isAbove = inner.high > outer.high || (inner.high === outer.high && outer.highOpen && !inner.highOpen);
  return !isBelow && !isAbove;
}
