import type { Fault } from '@app/kernel/domain-error.js';

/** What somebody enters who will be away: both days count. */
export interface AbsenceContent {
  /** "2014-07-15". */
  readonly from: string;
  readonly until: string;
  /** Id of a colleague of the same authority. */
  readonly deputy: string;
  /** The letters go to both. */
  readonly alsoToMe: boolean;
}

/** A stored one: for one authority, since a deputy sees what belongs to it. */
export interface Absence extends AbsenceContent {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly deputyName: string;
  /** The deputy is away themselves on one of these days; on such a day the letters come to the person. */
  readonly deputyIsAbsent: boolean;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** Longer than any parental leave that is entered at once. */
export const LONGEST_ABSENCE_DAYS = 1_100;
/** Of one person with one authority, those that are over included. */
export const MOST_ABSENCES = 200;

/** `today` where the authority lies: what is over cannot be entered. */
export function absenceFaults({ from, until }: Pick<AbsenceContent, 'from' | 'until'>, today: Temporal.PlainDate): Fault[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
  if (Temporal.PlainDate.compare(last, first) < 0) return [{ pointer: '/until', code: 'ends-before-start' }];
  if (Temporal.PlainDate.compare(last, today) < 0) return [{ pointer: '/until', code: 'invalid-value' }];
  if (first.until(last).days >= LONGEST_ABSENCE_DAYS) return [{ pointer: '/until', code: 'invalid-value' }];
  return [];
}
