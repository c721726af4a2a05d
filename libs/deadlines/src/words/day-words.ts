import type { Locale } from '@app/kernel/locale.js';
import { longDay, NBSP, shortDay, weekday } from '@app/kernel/words.js';
import type { Closing } from '../closing.js';
import { zoneCity } from './zone-city.js';

/** "Freitag, 25. Juli 2014" / "Friday 25 July 2014": in a sentence, where English takes no comma. */
export function dayInText(day: Temporal.PlainDate, locale: Locale): string {
  return `${weekday(day, locale)}${locale === 'de' ? ',' : ''} ${longDay(day, locale)}`;
}

/** "1. Jan. 2027" / "1 Jan 2027": short, without the weekday. */
export function briefDay(day: Temporal.PlainDate, locale: Locale): string {
  return shortDay(day, locale).replace(/^\S+ /, '');
}

/** "12:00 Uhr" / "12:00". */
export function clockWords(time: string, locale: Locale): string {
  return locale === 'de' ? `${time}${NBSP}Uhr` : time;
}

/** Until when on the day itself: "12:00 Uhr (Wien)", without a time "der ganze Tag zählt (Berlin)". */
export function timeWords(time: string | undefined, zone: string, locale: Locale): string {
  const whole = { de: 'der ganze Tag zählt', en: 'the whole day counts' }[locale];
  return `${time === undefined ? whole : clockWords(time, locale)} (${zoneCity(zone, locale)})`;
}

/** "Freitag, 25. Juli 2014, der ganze Tag zählt (Berlin)"; where the weekend rule moves the end, that day too. */
export function closingWords({ moment, day, effectiveDay }: Closing, zone: string, locale: Locale): string {
  const words = `${dayInText(day, locale)}, ${timeWords(moment.time, zone, locale)}`;
  if (day.equals(effectiveDay)) return words;
  const moved = dayInText(effectiveDay, locale);
  return locale === 'de' ? `${words}, verschoben auf ${moved}` : `${words}, moved to ${moved}`;
}

/** "öffnet am 1. Jan. 2027", with a time "öffnet am 14. Juli 2022, 10:00 Uhr". */
export function opensWords(opensAt: Temporal.Instant, zone: string, locale: Locale): string {
  const at = opensAt.toZonedDateTimeISO(zone);
  const day = briefDay(at.toPlainDate(), locale);
  const isStartOfDay = at.equals(at.startOfDay());
  const words = isStartOfDay ? day : `${day}, ${clockWords(at.toPlainTime().toString({ smallestUnit: 'minute' }), locale)}`;
  return locale === 'de' ? `öffnet am ${words}` : `opens ${words}`;
}

/** "Zu spät ab Samstag, 26. Juli 2014, 0:00 Uhr (Berlin)": the exclusive end, for those who enter a deadline. */
export function tooLateWords(closesAt: Temporal.Instant, zone: string, locale: Locale): string {
  const at = closesAt.toZonedDateTimeISO(zone);
  const time = clockWords(at.toPlainTime().toString({ smallestUnit: 'minute' }), locale);
  const words = `${dayInText(at.toPlainDate(), locale)}, ${time} (${zoneCity(zone, locale)})`;
  return locale === 'de' ? `Zu spät ab ${words}` : `Too late from ${words}`;
}

/** "noch 7 Tage", "noch 1 Tag", "heute". */
export function daysLeftWords(daysLeft: number, locale: Locale): string {
  if (daysLeft <= 0) return { de: 'heute', en: 'today' }[locale];
  if (locale === 'de') return `noch${NBSP}${daysLeft}${NBSP}${daysLeft === 1 ? 'Tag' : 'Tage'}`;
  return `${daysLeft}${NBSP}${daysLeft === 1 ? 'day' : 'days'} left`;
}
