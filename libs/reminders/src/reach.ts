/** Days on which a deputy gets what concerns somebody with an authority; both count: "2014-07-15". */
export interface CoveredDays {
  readonly from: string;
  readonly until: string;
}

export interface Reach {
  /** Mail servers refuse their addresses for good; until somebody says that it works again nothing is sent there. */
  readonly isSuspended: boolean;
  /** Looked for where they are suspended. */
  readonly coveredDays: readonly CoveredDays[];
}

/** Whether letters that concern an authority reach anybody on a day there: their person, or else a deputy. */
export function isReachedOn({ isSuspended, coveredDays }: Reach, day: Temporal.PlainDate): boolean {
  if (!isSuspended) return true;
  const text = day.toString();
  return coveredDays.some(({ from, until }) => from <= text && text <= until);
}
