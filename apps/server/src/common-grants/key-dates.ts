import type { CallState } from '@app/deadlines/call-status.js';
import { deadlineSentence } from '@app/deadlines/words/deadline-sentence.js';
import { stageName } from '@app/deadlines/words/names.js';
import { type CallRecord, presentDeadlines } from '@app/funding/call-record.js';
import { type ReckonedDeadline, reckonDeadlines } from '@app/funding/call-status.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Event } from './opportunity.js';
import { stated } from './stated.js';

const NAMES = {
  de: { posted: 'Veröffentlicht', opens: 'Beginn', closes: 'Bewerbungsschluss' },
  en: { posted: 'Published', opens: 'Opens', closes: 'Closes' },
} as const;
interface Read {
  readonly call: CallRecord;
  readonly state: CallState;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

const zoneOf = (call: CallRecord): string => presentDeadlines(call)[0]?.zone ?? HOME_ZONE;
const dayIn = (zone: string, at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).toPlainDate().toString();

/** The day of publication, in the zone of the call's deadlines. */
export function postDate({ call, locale }: Read): Event | undefined {
  if (!call.publishedAt) return undefined;
  return { name: NAMES[locale].posted, eventType: 'singleDate', date: dayIn(zoneOf(call), call.publishedAt) };
}

export function openDate({ call, state, locale }: Read): Event | undefined {
  if (!state.opensAt) return undefined;
  return { name: NAMES[locale].opens, eventType: 'singleDate', date: dayIn(zoneOf(call), state.opensAt) };
}

/** The last day that counts: the next closing ahead, of a closed call the last one. */
export function closeDate({ state, locale }: Read): Event | undefined {
  const date = state.closingDay;
  return date === undefined ? undefined : { name: NAMES[locale].closes, eventType: 'singleDate', date };
}

/** Every deadline by its stage; a second one of the same stage has a number behind it. The sentence has what a day cannot say. */
export function otherDates({ call, locale, now }: Read): Readonly<Record<string, Event>> | undefined {
  const dates: Record<string, Event> = {};
  for (const reckoned of reckonDeadlines(call, now)) {
    const { stage } = reckoned.deadline;
    const same = Object.keys(dates).filter((key) => key === stage || key.startsWith(`${stage}-`)).length;
    dates[same === 0 ? stage : `${stage}-${same + 1}`] = eventOf(reckoned, locale);
  }
  return stated(dates);
}

function eventOf({ deadline, state }: ReckonedDeadline, locale: Locale): Event {
  const name = stageName(deadline.stage, locale);
  const description = deadlineSentence(deadline, state, locale);
  if (!state.closing) return { name, eventType: 'other', details: description };
  const endDate = state.closing.moment.date;
  const startDate = state.opensAt && dayIn(deadline.zone, state.opensAt);
  if (startDate === undefined || startDate > endDate) return { name, eventType: 'singleDate', date: endDate, description };
  return { name, eventType: 'dateRange', startDate, endDate, description };
}
