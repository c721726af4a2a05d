/** How the rounds of a programme follow on each other. */
export interface Rhythm {
  /** From one round to the next. */
  readonly months: number;
  /** Every distance is one period, give or take a month. */
  readonly even: boolean;
  /** Which place in the rhythm each round has, from 0, places left out included; undefined for rounds that do not keep to it. */
  readonly places: readonly (number | undefined)[];
}

/** Months between rounds, and by how many a distance may miss them. */
const PERIODS = [
  { months: 6, tolerance: 1 },
  { months: 12, tolerance: 2 },
  { months: 24, tolerance: 3 },
  { months: 36, tolerance: 3 },
] as const;
/** A round may be left out now and then. */
const MOST_PERIODS = 2;
const EVEN = 1;
/** Budgets are yearly: what comes about once a year without a rhythm is expected a year after the last one. */
const ABOUT_A_YEAR = { from: 5, to: 18 } as const;
const YEAR = 12;

/** The rhythm of closings in the order of time; undefined for less than two, and where no period fits. The one that leaves out fewest rounds wins. */
export function rhythmOf(closings: readonly Temporal.PlainYearMonth[]): Rhythm | undefined {
  const distances = closings.slice(1).map((closing, index) => closings[index]!.until(closing, { largestUnit: 'months' }).months);
  if (distances.length === 0) return undefined;
  const fitting = PERIODS.flatMap((period) => fitOf(distances, period)).toSorted(
    (one, other) => one.leftOut - other.leftOut || one.offBy - other.offBy,
  );
  return fitting[0]?.rhythm ?? aboutYearly(distances);
}

function fitOf(distances: readonly number[], { months, tolerance }: (typeof PERIODS)[number]) {
  const steps = distances.map((distance) => Math.min(MOST_PERIODS, Math.max(1, Math.round(distance / months))));
  const offs = distances.map((distance, index) => Math.abs(distance - steps[index]! * months));
  if (offs.some((off) => off > tolerance) || steps.every((step) => step > 1)) return [];
  const leftOut = sum(steps) - steps.length;
  const places = [0, ...steps.map((_step, index) => sum(steps.slice(0, index + 1)))];
  return [{ leftOut, offBy: sum(offs), rhythm: { months, even: leftOut === 0 && offs.every((off) => off <= EVEN), places } }];
}

function aboutYearly(distances: readonly number[]): Rhythm | undefined {
  if (distances.some((distance) => distance < ABOUT_A_YEAR.from || distance > ABOUT_A_YEAR.to)) return undefined;
  return { months: YEAR, even: false, places: [...distances.map(() => undefined), 0] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
