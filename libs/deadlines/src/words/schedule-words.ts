import type { Locale } from '@app/kernel/locale.js';
import { listOf, monthDayName } from '@app/kernel/words.js';
import type { Closing } from '../closing.js';
import type { CutOffSchedule, Deadline, Moment, YearlySchedule } from '../deadline.js';
import { closesAt, dayOf } from '../moment.js';
import { briefDay, clockWords } from './day-words.js';
import { relativeWords } from './duration-words.js';

/** What a schedule says beyond one of its closings: "jeweils zum 31. März und 30. September"; undefined where that is all there is. */
export function beyondClosing({ schedule, zone }: Deadline, { moment }: Closing, locale: Locale): string | undefined {
  switch (schedule.kind) {
    case 'cut_offs':
      return laterCutOffs(schedule, moment, zone, locale);
    case 'yearly':
      return everyYear(schedule, locale);
    case 'relative':
      return relativeWords(schedule, locale);
    default:
      return undefined;
  }
}

/** "danach zum 30. Sept. 2024" / "after that 30 Sep 2024". */
export function laterCutOffs({ closes }: CutOffSchedule, than: Moment, zone: string, locale: Locale): string | undefined {
  const end = closesAt(than, zone);
  const later = closes.filter((moment) => Temporal.Instant.compare(closesAt(moment, zone), end) > 0).map(dayOf);
  if (later.length === 0) return undefined;
  const list = listOf(
    later.toSorted(Temporal.PlainDate.compare).map((day) => briefDay(day, locale)),
    locale,
  );
  return locale === 'de' ? `danach zum ${list}` : `after that ${list}`;
}

/** "jeweils zum 31. März und 30. September, 12:00 Uhr" / "every year by 31 March and 30 September, 12:00". */
export function everyYear({ closes }: YearlySchedule, locale: Locale): string {
  const sorted = closes.toSorted((one, other) => (one.monthDay < other.monthDay ? -1 : 1));
  const days = sorted.map(({ monthDay, time }) => {
    const day = monthDayName(monthDay, locale);
    return time === undefined ? day : `${day}, ${clockWords(time, locale)}`;
  });
  return locale === 'de' ? `jeweils zum ${listOf(days, 'de')}` : `every year by ${listOf(days, 'en')}`;
}
