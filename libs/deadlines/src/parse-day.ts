import { LOCALES } from '@app/kernel/locale.js';
import { monthName } from '@app/kernel/words.js';
import { isDay } from './parsing/read-values.js';

/** Month names of both languages → number. */
const MONTHS = new Map(
  LOCALES.flatMap((locale) => Array.from({ length: 12 }, (_, index) => [monthName(index + 1, locale).toLowerCase(), index + 1] as const)),
);

/** A day as people type it into a form: "25.7.14", "25.07.2014", "25. Juli 2014", "25 July 2014", "2014-07-25". Two digits mean this century. */
export function readDay(text: string): Temporal.PlainDate | undefined {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (isDay(trimmed)) return Temporal.PlainDate.from(trimmed);
  const numbers = /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4}|\d{2})$/.exec(trimmed);
  if (numbers) return dayFrom(numbers[3]!, Number(numbers[2]), numbers[1]!);
  const words = /^(\d{1,2})\.? ?(\p{L}+) (\d{4})$/u.exec(trimmed);
  const month = words && MONTHS.get(words[2]!.toLowerCase());
  return month ? dayFrom(words[3]!, month, words[1]!) : undefined;
}

function dayFrom(year: string, month: number, day: string): Temporal.PlainDate | undefined {
  const text = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? Temporal.PlainDate.from(text) : undefined;
}

/** A time of day as people type it: "12:00", "9.30 Uhr", "12 Uhr", "12"; as "09:30". There is no 24:00: leave the field empty instead. */
export function readTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?(?:uhr|h))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
