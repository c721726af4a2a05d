import { type Rhythm, rhythmOf } from './rhythm.js';

/** A round that is over: the months in which it opened (or was announced) and closed. */
export interface PastRound {
  /** Absent where nobody knows. */
  readonly opened?: Temporal.PlainYearMonth;
  readonly closed: Temporal.PlainYearMonth;
}

/** When the next round may be open. A guess, never a date: months are all it says. */
export interface ExpectedRound {
  readonly from: Temporal.PlainYearMonth;
  readonly until: Temporal.PlainYearMonth;
  /** From how many past rounds. */
  readonly rounds: number;
  /** Two rounds only, uneven distances, or one that failed to come. */
  readonly uncertain: boolean;
  /** The month with which a first expectation has gone by without a round; this is the one after. */
  readonly missed?: Temporal.PlainYearMonth;
}

/** What opened longer before it closed says nothing about the season of the next one. */
const LONGEST_WINDOW = 11;

/**
 * The round after these, expected in the rhythm of the past (two at least). Undefined where there is none, where the months of the past
 * rounds add up to more than eleven, or when two expectations in a row have gone by without a round: then nothing is known.
 */
export function expectRound(past: readonly PastRound[], today: Temporal.PlainYearMonth): ExpectedRound | undefined {
  const rounds = past.toSorted((one, other) => Temporal.PlainYearMonth.compare(one.closed, other.closed));
  const rhythm = rhythmOf(rounds.map(({ closed }) => closed));
  if (!rhythm) return undefined;
  const { from, until } = projected(rounds, rhythm);
  if (from.until(until, { largestUnit: 'months' }).months > LONGEST_WINDOW) return undefined;
  const step = { months: rhythm.months };
  const missed = isOver(until, today);
  if (missed && isOver(until.add(step), today)) return undefined;
  return {
    from: missed ? from.add(step) : from,
    until: missed ? until.add(step) : until,
    rounds: rounds.length,
    uncertain: missed || rounds.length === 2 || !rhythm.even,
    ...(missed && { missed: until }),
  };
}

/** All past rounds laid over the next one; without a common rhythm the last one alone. */
function projected(rounds: readonly PastRound[], { months, places }: Rhythm): Pick<ExpectedRound, 'from' | 'until'> {
  const next = places.at(-1)! + 1;
  const laid = rounds.flatMap(({ opened, closed }, index) => {
    if (places[index] === undefined) return [];
    const shift = { months: (next - places[index]) * months };
    return [closed.add(shift), openingOf(opened, closed).add(shift)];
  });
  const sorted = laid.toSorted(Temporal.PlainYearMonth.compare);
  return { from: sorted[0]!, until: sorted.at(-1)! };
}

function openingOf(opened: Temporal.PlainYearMonth | undefined, closed: Temporal.PlainYearMonth): Temporal.PlainYearMonth {
  if (opened === undefined || Temporal.PlainYearMonth.compare(opened, closed) > 0) return closed;
  return opened.until(closed, { largestUnit: 'months' }).months > LONGEST_WINDOW ? closed : opened;
}

function isOver(until: Temporal.PlainYearMonth, today: Temporal.PlainYearMonth): boolean {
  return Temporal.PlainYearMonth.compare(until, today) < 0;
}
