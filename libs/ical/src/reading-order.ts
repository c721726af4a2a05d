import type { CalendarEntry } from './calendar.js';

/** By start, then by uid, in code units: the order of the caller's rows must not change the bytes. A RangeError when a uid stands twice. */
export function inReadingOrder(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: `${entry.start.toString()} ${entry.uid}` }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
  refuseTwins(entries);
  return keyed.map(({ entry }) => entry);
}

/** Of two entries with one uid, programs show only the last. */
function refuseTwins(entries: readonly CalendarEntry[]): void {
  const seen = new Set<string>();
  for (const { uid } of entries) {
    if (seen.has(uid)) throw new RangeError(`Two entries have the uid ${uid}`);
    seen.add(uid);
  }
}
