import ICAL from 'ical.js';
import { calendarText, notACalendar, tooMany } from './calendar-file.js';
import { cleanLine } from './clean-text.js';
import { recurrenceOf } from './recurrence-of.js';
import { type DayWindow, recurringDays } from './recurring-days.js';

/** One day of an event of a calendar file. */
export interface CalendarMeeting {
  /** The same in the next file: the event's UID, of a recurring one with the day that its rule gives. */
  readonly origin: string;
  readonly day: Temporal.PlainDate;
  readonly summary: string;
  readonly cancelled: boolean;
}

export interface ReadCalendar {
  readonly meetings: readonly CalendarMeeting[];
  /** Events that cannot be read: without a day or a name, or repeated in a way that meetings are not. */
  readonly unreadable: number;
}

const MOST_MEETINGS = 2_000;
/** Days that all recurring events of a file may cost together. */
const MOST_DAYS = 100_000;
const LONGEST_UID = 250;
const LONGEST_NAME = 200;

/**
 * The meetings of a calendar file (.ics) within a window, recurring ones expanded. Instants in UTC are read as the day in `zone`; every other
 * time is the local one that the file writes. Throws 'too-large', and 'invalid' with a pointer to `/file` for what is no calendar or has too much.
 */
export function readCalendar(bytes: Uint8Array, window: DayWindow, zone: string): ReadCalendar {
  const events = eventsOf(calendarText(bytes));
  let days = 0;
  const spend = (more: number): void => {
    days += more;
    if (days > MOST_DAYS) throw tooMany(MOST_MEETINGS);
  };
  const found = new Map<string, CalendarMeeting>();
  let unreadable = 0;
  // Single days of a recurring event come after it: they replace what its rule gave.
  for (const event of events.toSorted((one, other) => Number(isSingleDay(one)) - Number(isSingleDay(other)))) {
    const meetings = meetingsOf(event, window, zone, spend);
    if (!meetings) unreadable += 1;
    for (const meeting of meetings ?? []) found.set(meeting.origin, meeting);
    if (found.size > MOST_MEETINGS) throw tooMany(MOST_MEETINGS);
  }
  const isWithin = ({ day }: CalendarMeeting) =>
    Temporal.PlainDate.compare(day, window.from) >= 0 && Temporal.PlainDate.compare(day, window.to) <= 0;
  return { meetings: [...found.values()].filter(isWithin), unreadable };
}

function eventsOf(text: string): ICAL.Component[] {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch {
    throw notACalendar();
  }
  // A file with several calendars is parsed to a list of them.
  const calendars = (Array.isArray((parsed as unknown[])[0]) ? parsed : [parsed]) as ConstructorParameters<typeof ICAL.Component>[0][];
  return calendars.flatMap((calendar) => new ICAL.Component(calendar).getAllSubcomponents('vevent'));
}

function isSingleDay(event: ICAL.Component): boolean {
  return event.getFirstProperty('recurrence-id') !== null;
}

/** Undefined for an event that cannot be read. What ical.js throws lies in the event's own values. */
function meetingsOf(event: ICAL.Component, window: DayWindow, zone: string, spend: (days: number) => void): CalendarMeeting[] | undefined {
  const read = readEvent(event, zone);
  if (!read) return undefined;
  const { start, uid, rest, rule, recurrenceDay, added, dropped } = read;
  if (recurrenceDay) return [{ origin: `${uid}/${recurrenceDay}`, day: start, ...rest }];
  if (rule === null) return [{ origin: uid, day: start, ...rest }];
  const days = [...recurringDays(start, rule, window, spend), ...added];
  const kept = [...new Set(days.map(String))].filter((day) => !dropped.has(day));
  return kept.map((day) => ({ origin: `${uid}/${day}`, day: Temporal.PlainDate.from(day), ...rest }));
}

function readEvent(event: ICAL.Component, zone: string) {
  try {
    const start = dayOf(event.getFirstPropertyValue('dtstart'), zone);
    const summary = cleanLine(String(event.getFirstPropertyValue('summary') ?? ''), LONGEST_NAME);
    const uid = cleanLine(String(event.getFirstPropertyValue('uid') ?? ''), 10_000);
    if (!start || summary === '' || uid === '' || uid.length > LONGEST_UID) return undefined;
    const recur = event.getFirstPropertyValue('rrule');
    const rule = recur instanceof ICAL.Recur ? recurrenceOf(recur) : null;
    if (rule === undefined) return undefined;
    const many = (name: string) =>
      event
        .getAllProperties(name)
        .flatMap((property) => property.getValues())
        .flatMap((value) => dayOf(value, zone) ?? []);
    return {
      start,
      uid,
      rule,
      recurrenceDay: dayOf(event.getFirstPropertyValue('recurrence-id'), zone),
      added: many('rdate'),
      dropped: new Set(many('exdate').map(String)),
      rest: { summary, cancelled: String(event.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED' },
    };
  } catch {
    return undefined;
  }
}

function dayOf(value: unknown, zone: string): Temporal.PlainDate | undefined {
  if (!(value instanceof ICAL.Time) || value.year < 1970 || value.year > 9_000) return undefined;
  const { year, month, day, hour, minute, second, isDate } = value;
  if (isDate || value.zone !== ICAL.Timezone.utcTimezone) return Temporal.PlainDate.from({ year, month, day });
  const instant = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }).toZonedDateTime('UTC').toInstant();
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}
