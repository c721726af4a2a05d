/** Signs that turn the reading order of what follows, and what no reader can see. */
const TURNING_OR_INVISIBLE = /[\p{Cs}\p{Noncharacter_Code_Point}\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Texts of editors and names of people never break out of their line, nor change what stands behind them. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(TURNING_OR_INVISIBLE, '')
    .trim();
}
