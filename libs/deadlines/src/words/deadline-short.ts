import type { Locale } from '@app/kernel/locale.js';
import { monthName, shortDay } from '@app/kernel/words.js';
import type { Deadline } from '../deadline.js';
import type { DeadlineState } from '../evaluate-deadline.js';
import { clockWords, opensWords } from './day-words.js';
import { relativeWords } from './duration-words.js';

/**
 * Until when, in a list: "Mo., 30. Nov. 2026", with a time "Fr., 29. Jan. 2021, 12:00 Uhr", else "laufend", "Oktober 2020", "Frist noch
 * offen". It is the day that counts (weekend rule applied), so that it agrees with the days left beside it.
 */
export function deadlineShort(deadline: Deadline, state: DeadlineState, locale: Locale): string {
  const { schedule } = deadline;
  if (schedule.kind === 'rolling' && schedule.exhausted) return { de: 'Mittel erschöpft', en: 'funds exhausted' }[locale];
  if (state.closing) {
    const { effectiveDay, moment } = state.closing;
    const day = shortDay(effectiveDay, locale);
    return moment.time === undefined ? day : `${day}, ${clockWords(moment.time, locale)}`;
  }
  switch (schedule.kind) {
    case 'rolling':
      return { de: 'laufend', en: 'rolling' }[locale];
    case 'relative':
      return relativeWords(schedule, locale);
    case 'month': {
      const month = Temporal.PlainYearMonth.from(schedule.closes);
      return `${monthName(month.month, locale)} ${month.year}`;
    }
    case 'opening':
      return state.status === 'upcoming' && state.opensAt
        ? opensWords(state.opensAt, deadline.zone, locale)
        : { de: 'Ende noch nicht bekannt', en: 'end not yet known' }[locale];
    default:
      return { de: 'Frist noch offen', en: 'not announced' }[locale];
  }
}
