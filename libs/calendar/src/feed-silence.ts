/** A program that came on so many days in a row comes daily: a computer in a town hall is off at weekends. */
export const DAILY_FROM_DAYS = 5;
const SILENT_AFTER_DAYS = 14;

/** Who came daily and was last seen at this instant or before has stopped. */
export function silentSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 24 * SILENT_AFTER_DAYS });
}

export function isSilent(fetch: { readonly lastAt: Temporal.Instant; readonly daysInARow: number }, now: Temporal.Instant): boolean {
  return fetch.daysInARow >= DAILY_FROM_DAYS && Temporal.Instant.compare(fetch.lastAt, silentSince(now)) <= 0;
}
