/** Whatever another server sends is read through these: nothing of it is believed. */
export type Json = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One line of text without control characters, as texts are here; undefined where nothing is left of it. */
export function lineOf(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...text];
  if (characters.length > most) return `${characters.slice(0, most - 1).join('')}…`;
  return text === '' ? undefined : text;
}

export function urlOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && text.length <= 2000 && URL.canParse(text) ? text : undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The day of a date, or of an instant where somebody sends that. */
export function dayOf(value: unknown): string | undefined {
  const day = typeof value === 'string' ? DAY.exec(value)?.[0] : undefined;
  return day !== undefined && isDay(day) ? day : undefined;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year > 0;
  } catch {
    return false;
  }
}
