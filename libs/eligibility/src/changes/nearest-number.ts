import { BOUNDS, type Range } from '../criterion.js';
import { within } from '../range.js';

/** A range that a number must lie in (or, with `holds` false, must not). */
export interface RangeDemand {
  readonly range: Range;
  readonly holds: boolean;
}

/** People are counted: whole numbers from 0 on. A fact may be any number. */
export type NumberKind = 'people' | 'any';

/** Digits behind the point beyond this are noise of binary numbers. */
const MOST_DIGITS = 12;

/**
 * The numbers nearest to `from` that satisfy all demands: at most one below and one above. Where `from` is no number it is one: the
 * lower bound if there is one, else the upper bound. Beyond an open bound the next number counts that is written with as many digits
 * behind the point as the bounds are: more than 5,000 is 5,001, less than 0.25 is 0.24.
 */
export function nearestNumbers(demands: readonly RangeDemand[], from: number | undefined, kind: NumberKind): number[] {
  const satisfies = (value: number) =>
    (kind === 'any' || value >= 0) && demands.every(({ range, holds }) => within(range, value) === holds);
  const bounds = [...new Set(demands.flatMap(({ range }) => BOUNDS.flatMap((bound) => range[bound] ?? [])))].sort((a, b) => a - b);
  const step = kind === 'people' ? 1 : 10 ** -Math.max(0, ...bounds.map(digitsOf));
  const besides = bounds.flatMap((bound) => [Math.floor(bound / step), Math.ceil(bound / step)]).flatMap((n) => [n - 1, n, n + 1]);
  const onGrid = besides.map((n) => rounded(n * step, step)).concat(kind === 'any' ? bounds : []);
  const found = onGrid.filter(satisfies);
  const numbers = (found.length > 0 || kind === 'people' ? found : between(bounds).filter(satisfies)).sort((a, b) => a - b);
  if (from === undefined) return bestOfUnknown(numbers, (value) => satisfies(rounded(value - step, step)));
  return [numbers.findLast((value) => value < from), numbers.find((value) => value > from)].filter((value) => value !== undefined);
}

/** The lowest number that has none below it that would do as well, else the highest. */
function bestOfUnknown(numbers: readonly number[], goesOnBelow: (value: number) => boolean): number[] {
  const best = numbers.find((value) => !goesOnBelow(value)) ?? numbers.at(-1);
  return best === undefined ? [] : [best];
}

/** Where no number of the same digits lies between two open bounds, the one in the middle. */
function between(bounds: readonly number[]): number[] {
  return bounds.slice(1).map((bound, i) => (bound + bounds[i]!) / 2);
}

function digitsOf(value: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  const digits = (mantissa!.split('.')[1]?.length ?? 0) - Number(exponent);
  return Math.min(MOST_DIGITS, Math.max(0, digits));
}

function rounded(value: number, step: number): number {
  return step === 1 || !Number.isFinite(value) ? value : Number(value.toFixed(Math.round(-Math.log10(step))));
}
