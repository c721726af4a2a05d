import { BOUNDS, type Range } from './criterion.js';

export function within(range: Range, value: number): boolean {
  return (
    (range.atLeast === undefined || value >= range.atLeast) &&
    (range.moreThan === undefined || value > range.moreThan) &&
    (range.atMost === undefined || value <= range.atMost) &&
    (range.lessThan === undefined || value < range.lessThan)
  );
}

/** How far a value lies from the nearest bound it breaks; 0 within the range and on an open bound. */
export function distance(range: Range, value: number): number {
  const low = Math.max(range.atLeast ?? Number.NEGATIVE_INFINITY, range.moreThan ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(range.atMost ?? Number.POSITIVE_INFINITY, range.lessThan ?? Number.POSITIVE_INFINITY);
  return Math.max(0, low - value, value - high);
}

/** The bounds alone, without what else a demand carries. */
export function boundsOf(range: Range): Range {
  const bounds: Record<string, number> = {};
  for (const bound of BOUNDS) if (range[bound] !== undefined) bounds[bound] = range[bound];
  return bounds;
}

export function hasBound(range: Range): boolean {
  return BOUNDS.some((bound) => range[bound] !== undefined);
}
