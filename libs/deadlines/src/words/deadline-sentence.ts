import type { Locale } from '@app/kernel/locale.js';
import { monthName } from '@app/kernel/words.js';
import type { CutOffSchedule, Deadline, RollingSchedule, YearlySchedule } from '../deadline.js';
import type { DeadlineState } from '../evaluate-deadline.js';
import { briefDay, closingWords, opensWords } from './day-words.js';
import { relativeWords } from './duration-words.js';
import { everyYear, laterCutOffs } from './schedule-words.js';

type Told<S> = { readonly deadline: Deadline; readonly schedule: S; readonly state: DeadlineState; readonly locale: Locale };

/**
 * Until when, in a text: "bis Freitag, 25. Juli 2014, der ganze Tag zählt (Berlin)". Starts in lower case and has no full stop, so that it
 * can stand behind a heading. `state` is what `evaluateDeadline` says of that deadline.
 */
export function deadlineSentence(deadline: Deadline, state: DeadlineState, locale: Locale): string {
  const opening = state.status === 'upcoming' && state.opensAt ? opensWords(state.opensAt, deadline.zone, locale) : '';
  return [opening, closingSentence(deadline, state, locale)].filter((part) => part !== '').join(', ');
}

function closingSentence(deadline: Deadline, state: DeadlineState, locale: Locale): string {
  const { schedule } = deadline;
  switch (schedule.kind) {
    case 'fixed':
      return until(deadline, state, locale);
    case 'cut_offs':
      return cutOffs({ deadline, schedule, state, locale });
    case 'yearly':
      return yearly({ deadline, schedule, state, locale });
    case 'rolling':
      return rolling({ deadline, schedule, state, locale });
    case 'relative':
      return [relativeWords(schedule, locale), state.closing ? until(deadline, state, locale) : ''].filter(Boolean).join(': ');
    case 'month':
      return monthOnly(Temporal.PlainYearMonth.from(schedule.closes), locale);
    case 'opening':
      return openingOnly(deadline, state, locale);
    case 'unannounced':
      return { de: 'Frist noch offen', en: 'not announced' }[locale];
  }
}

function until(deadline: Deadline, state: DeadlineState, locale: Locale): string {
  if (state.closing === undefined) return '';
  return `${{ de: 'bis', en: 'until' }[locale]} ${closingWords(state.closing, deadline.zone, locale)}`;
}

/** The one ahead in full, those after it in short. */
function cutOffs({ deadline, schedule, state, locale }: Told<CutOffSchedule>): string {
  const words = until(deadline, state, locale);
  const later = state.next && laterCutOffs(schedule, state.next, deadline.zone, locale);
  return later ? `${words}; ${later}` : words;
}

function yearly({ deadline, schedule, state, locale }: Told<YearlySchedule>): string {
  const every = everyYear(schedule, locale);
  const next = state.closing ? closingWords(state.closing, deadline.zone, locale) : '';
  return locale === 'de' ? `${every}, das nächste Mal bis ${next}` : `${every}, the next time until ${next}`;
}

function rolling({ deadline, schedule, state, locale }: Told<RollingSchedule>): string {
  if (schedule.exhausted) return { de: 'die Mittel sind erschöpft', en: 'the funds are exhausted' }[locale];
  if (state.closing === undefined) {
    if (!schedule.untilExhausted) return { de: 'laufend', en: 'rolling' }[locale];
    return { de: 'laufend, bis die Mittel erschöpft sind', en: 'rolling, until the funds are exhausted' }[locale];
  }
  const last = closingWords(state.closing, deadline.zone, locale);
  if (!schedule.untilExhausted) return locale === 'de' ? `laufend bis ${last}` : `rolling until ${last}`;
  return locale === 'de' ? `spätestens ${last}, solange Mittel da sind` : `${last} at the latest, while funds last`;
}

function monthOnly(month: Temporal.PlainYearMonth, locale: Locale): string {
  const words = `${monthName(month.month, locale)} ${month.year}`;
  return locale === 'de' ? `im ${words}, Tag noch nicht bekannt` : `in ${words}, day not yet known`;
}

function openingOnly(deadline: Deadline, state: DeadlineState, locale: Locale): string {
  const end = { de: 'Ende noch nicht bekannt', en: 'end not yet known' }[locale];
  if (state.status === 'upcoming' || state.opensAt === undefined) return end;
  const since = briefDay(state.opensAt.toZonedDateTimeISO(deadline.zone).toPlainDate(), locale);
  return locale === 'de' ? `offen seit ${since}, ${end}` : `open since ${since}, ${end}`;
}
