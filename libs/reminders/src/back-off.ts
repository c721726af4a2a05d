/** In minutes, after the first refusal, the second, …; from then on the last one again and again. */
const PAUSES = [1, 5, 15, 60, 240] as const;

/** Refusals after which a letter is given up: about five days, as mail servers do among themselves (RFC 5321 4.5.4.1). */
export const GIVEN_UP_AFTER = 34;

/** How long a letter waits after so many refusals for the moment (from 1), in seconds; undefined: it is given up. */
export function pauseAfter(refusals: number): number | undefined {
  if (refusals >= GIVEN_UP_AFTER) return undefined;
  return (PAUSES[refusals - 1] ?? PAUSES.at(-1)!) * 60;
}
