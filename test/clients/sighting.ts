import type { CalendarFeed } from '@app/ical/calendar.js';
import { cleanLine } from '@app/ical/clean-text.js';

/** What a program saw of one event. */
export interface Sighting {
  /** Empty where the program has none of its own to tell. */
  readonly uid: string;
  /** "2026-12-01" for a whole day, "2026-12-01T22:30:00Z" for an instant. */
  readonly start: string;
  readonly summary: string;
}

/** What every program must see of a feed. */
export function expectedOf(feed: CalendarFeed): Sighting[] {
  return feed.entries.map(({ uid, start, summary }) => ({ uid, start: start.toString(), summary: cleanLine(summary) }));
}

/** A line "uid TAB start TAB summary" an event; the summaries of a clean feed hold neither tabs nor line breaks. */
export function readSightings(output: string): Sighting[] {
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [uid = '', start = '', ...summary] = line.split('\t');
    return { uid, start, summary: summary.join('\t') };
  });
}

/** What was seen but is not there, and what is there but was not seen; empty when all is well. Order does not count. */
export function differences(expected: readonly Sighting[], seen: readonly Sighting[]): string[] {
  const withUids = seen.some(({ uid }) => uid !== '');
  const line = ({ uid, start, summary }: Sighting) => [withUids ? uid : '', start, summary.replace(/\s+/g, ' ').trim()].join(' ');
  const missing = new Map<string, number>();
  for (const one of expected) missing.set(line(one), (missing.get(line(one)) ?? 0) + 1);
  const surplus: string[] = [];
  for (const one of seen) {
    const left = missing.get(line(one)) ?? 0;
    if (left > 0) missing.set(line(one), left - 1);
    else surplus.push(`+ ${line(one)}`);
  }
  return [...[...missing].flatMap(([text, count]) => Array<string>(count).fill(`- ${text}`)), ...surplus];
}
