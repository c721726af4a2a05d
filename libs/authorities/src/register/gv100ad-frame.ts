import type { RegisterLines } from './decode-register.js';
import { GV100AD_WIDTH, type Gv100adFrame, POPULATION_END } from './gv100ad-line.js';
import { RegisterRefused } from './register-refused.js';

/** A line may differ in its date and be one that cannot be read; more than this share is a second register in the same file. */
const STRAY_DATES = 0.05;
/** From this share on a width is the file's own. */
const COMMON_WIDTH = 0.9;

/**
 * Date and line width of the file, from what most of its lines say.
 * @throws RegisterRefused when it is no GV100AD, mixes territory dates, or its last line is cut off
 */
export function frameOf(file: RegisterLines): Gv100adFrame {
  const lines = file.lines.filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new RegisterRefused('empty');
  const records = lines.filter((line) => /^[1-6]0\d{8}\d\d/.test(line));
  if (records.length * 2 < lines.length) throw new RegisterRefused('wrong-format', { format: 'GV100AD' });
  const [width, sameWidth] = mostFrequent(lines.map((line) => line.length));
  const frame = { date: dateOf(records), ...(sameWidth >= lines.length * COMMON_WIDTH ? { width } : {}) };
  if (!file.closed && isCutOff(file.lines.at(-1)!, frame)) throw new RegisterRefused('truncated-last-line', {}, file.lines.length);
  return frame;
}

function dateOf(records: readonly string[]): string {
  const dates = records.map((line) => line.slice(2, 10));
  const [date, count] = mostFrequent(dates);
  if (records.length - count > Math.max(1, records.length * STRAY_DATES)) {
    throw new RegisterRefused('mixed-dates', { dates: [...new Set(dates)].slice(0, 5).join(', ') });
  }
  if (!isDay(dayOf(date))) throw new RegisterRefused('wrong-format', { format: 'GV100AD' });
  return date;
}

/** An open last line is whole only if it is as wide as the others; without a common width, if no figure is missing. */
function isCutOff(line: string, frame: Gv100adFrame): boolean {
  if (frame.width !== undefined) return line.length < frame.width;
  return line.startsWith('60') ? line.length < POPULATION_END + 11 : line.length < GV100AD_WIDTH;
}

/** "20231130" → "2023-11-30". */
export function dayOf(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
}

function isDay(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
  } catch {
    return false;
  }
}

function mostFrequent<Value>(values: readonly Value[]): [Value, number] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
}
