import type { Locale } from './locale.js';

/** No-break space: between a number and its unit, a day and its month. */
export const NBSP = '\u00a0';

const WEEKDAYS: Record<Locale, readonly string[]> = {
  de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS: Record<Locale, readonly string[]> = {
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const SHORT_MONTHS: Record<Locale, readonly string[]> = {
  de: ['Jan.', 'Feb.', 'März', 'April', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

export function weekday(day: Temporal.PlainDate, locale: Locale): string {
  return WEEKDAYS[locale][day.dayOfWeek - 1]!;
}

export function monthName(month: number, locale: Locale): string {
  return MONTHS[locale][month - 1]!;
}

/** "25. Juli 2014" / "25 July 2014". */
export function longDay(day: Temporal.PlainDate, locale: Locale): string {
  return locale === 'de'
    ? `${day.day}.${NBSP}${monthName(day.month, 'de')} ${day.year}`
    : `${day.day}${NBSP}${monthName(day.month, 'en')} ${day.year}`;
}

/** "Freitag, 25. Juli 2014" / "Friday, 25 July 2014". */
export function fullDay(day: Temporal.PlainDate, locale: Locale): string {
  return `${weekday(day, locale)}, ${longDay(day, locale)}`;
}

/** "Fr., 25. Juli 2014" / "Fri 25 Jul 2014": for lists. */
export function shortDay(day: Temporal.PlainDate, locale: Locale): string {
  const month = SHORT_MONTHS[locale][day.month - 1]!;
  return locale === 'de'
    ? `${weekday(day, 'de').slice(0, 2)}., ${day.day}.${NBSP}${month} ${day.year}`
    : `${weekday(day, 'en').slice(0, 3)} ${day.day}${NBSP}${month} ${day.year}`;
}

/** "30. September" / "30 September" of a month-day "09-30". */
export function monthDayName(monthDay: string, locale: Locale): string {
  const [month, day] = monthDay.split('-').map(Number) as [number, number];
  return locale === 'de' ? `${day}.${NBSP}${monthName(month, 'de')}` : `${day}${NBSP}${monthName(month, 'en')}`;
}

/** "a", "a und b", "a, b und c". */
export function listOf(items: readonly string[], locale: Locale, word: 'and' | 'or' = 'and'): string {
  const join = { de: { and: 'und', or: 'oder' }, en: { and: 'and', or: 'or' } }[locale][word];
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${join} ${items.at(-1)}`;
}
