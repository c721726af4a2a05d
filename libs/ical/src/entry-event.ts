import { ICalAlarmType, ICalEventBusyStatus, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { type CalendarEntry, isAllDay } from './calendar.js';
import { cleanLine, cleanText, cleanUrl } from './clean-text.js';

const UID = /^[A-Za-z0-9._@+-]{1,200}$/;

/** What ical-generator shall write for an entry: cleaned texts, days as days, instants in UTC, and free: a deadline blocks nobody's day. */
export function toEvent(entry: CalendarEntry): ICalEventData {
  if (!UID.test(entry.uid)) throw new RangeError('A uid is made of letters, digits and . _ @ + -');
  return {
    id: entry.uid,
    sequence: entry.sequence,
    ...span(entry),
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    created: entry.createdAt,
    summary: cleanLine(entry.summary),
    ...texts(entry),
    status: ICalEventStatus[entry.status],
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    alarms: entry.alarm === undefined ? [] : [{ type: ICalAlarmType.display, trigger: entry.alarm.total('seconds') }],
  };
}

/** DTEND is the day after: Outlook hides an event that ends on the day it starts (RFC 5545 3.6.1: the end is not part of it). */
function span(entry: CalendarEntry): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if (isAllDay(entry)) {
    const { start, lastDay = start } = entry;
    if (Temporal.PlainDate.compare(start, lastDay) > 0) throw new RangeError('An entry ends on its first day or later');
    return { start, end: lastDay.add({ days: 1 }), allDay: true };
  }
  if (Temporal.Instant.compare(entry.start, entry.end) >= 0) throw new RangeError('An entry ends after it starts');
  return { start: entry.start, end: entry.end };
}

/** Empty texts are left out: an empty DESCRIPTION or category says nothing. */
function texts(entry: CalendarEntry): Pick<ICalEventData, 'description' | 'url' | 'categories'> {
  const description = cleanText(entry.description ?? '');
  const categories = (entry.categories ?? []).map(categoryName).filter((name) => name !== '');
  return {
    description: description === '' ? undefined : description,
    url: entry.url === undefined ? undefined : cleanUrl(entry.url),
    categories: categories.map((name) => ({ name })),
  };
}

/**
 * Without backslashes at its end: ical.js 2.2.1 (Thunderbird, Nextcloud) takes the comma after `\\` for a part of the name. Without straight
 * double quotes: libical 3.0 (Evolution) takes what stands between one and the next, commas included, for one name.
 */
export function categoryName(text: string): string {
  return cleanLine(text, 60)
    .replaceAll('"', "'")
    .replace(/[\\ ]+$/, '');
}
