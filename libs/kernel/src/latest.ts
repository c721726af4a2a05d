/** The latest of instants; those that are not known do not count. One at least is. */
export function latest(instants: readonly (Temporal.Instant | null | undefined)[]): Temporal.Instant {
  const known = instants.filter((instant) => instant != null);
  return known.reduce((newest, instant) => (Temporal.Instant.compare(instant, newest) > 0 ? instant : newest));
}
