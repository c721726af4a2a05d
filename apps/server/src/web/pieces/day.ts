import { dayInText } from '@app/deadlines/words/day-words.js';
import { formatNumber } from '@app/kernel/locale.js';
import { longDay, monthName, NBSP, shortDay } from '@app/kernel/words.js';
import type { Texts } from '../texts/texts.js';

/** A day as view models carry it: "2014-07-25". */
export type Day = string;
/** An instant as view models carry it: RFC 3339 in UTC. */
export type Instant = string;

const plain = (day: Day) => Temporal.PlainDate.from(day);

/** "Fr., 25. Juli 2014" / "Fri 25 Jul 2014". */
export const inList = (t: Texts, day: Day): string => shortDay(plain(day), t.locale);
/** "Freitag, 25. Juli 2014" / "Friday 25 July 2014". */
export const inFull = (t: Texts, day: Day): string => dayInText(plain(day), t.locale);
/** "25. Juli 2014". */
export const inText = (t: Texts, day: Day): string => longDay(plain(day), t.locale);

/** "12. Juni": where the year is plain from its surroundings. */
export function withoutYear(t: Texts, day: Day): string {
  const { day: number, month } = plain(day);
  return t.locale === 'de' ? `${number}.${NBSP}${monthName(month, 'de')}` : `${number}${NBSP}${monthName(month, 'en')}`;
}

/** "27. Juni 2014, 07:10 Uhr", in the zone given; on the day itself "heute, 07:10 Uhr". */
export function momentInText(t: Texts, instant: Instant, zone: string, today?: Day): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const day = local.toPlainDate().toString();
  return t.time.moment(day === today ? t.time.today : inText(t, day), local.toPlainTime().toString().slice(0, 5));
}

export const number = (t: Texts, value: number): string => formatNumber(value, t.locale);
