import type { RegisterReading } from './authority-record.js';

/**
 * Whether a known authority that the file does not mention has ended: only where the file describes its territory as a whole, and never because of a
 * line that could not be read.
 */
export function mayEnd(
  reading: Pick<RegisterReading, 'covers' | 'coversOnly' | 'spared'>,
  known: { key: string; territory: string; types?: readonly string[] },
): boolean {
  const lies = (prefix: string): boolean => known.territory.startsWith(prefix);
  if (reading.coversOnly !== undefined && !known.types?.includes(reading.coversOnly)) return false;
  return reading.covers.some(lies) && !reading.spared.keys.includes(known.key) && !reading.spared.territories.some(lies);
}
