import { ICalCalendar, type ICalCalendarData } from 'ical-generator';
import type { CalendarEntry, CalendarFeed } from './calendar.js';
import { cleanLine, cleanUrl } from './clean-text.js';
import { toEvent } from './entry-event.js';
import { inReadingOrder } from './reading-order.js';

/** One entry as it stands in every calendar that holds it: written once, joined often. */
export interface CalendarBlock {
  readonly uid: string;
  /** By start, then by uid, in code units: the order of a calendar. */
  readonly order: string;
  /** "BEGIN:VEVENT" to "END:VEVENT", with the line break after it. */
  readonly text: string;
}

export type CalendarHead = Omit<CalendarFeed, 'entries'>;

const EVENT_STARTS = 'BEGIN:VEVENT\r\n';
const CALENDAR_ENDS = 'END:VCALENDAR';

/**
 * The bytes of a feed (RFC 5545): CRLF at the end of each line, lines of at most 75 octets, the same for the same feed wherever the
 * process runs. No METHOD (PUBLISH asks for an ORGANIZER, RFC 5546 3.2.1) and no zone of the calendar (ical-generator 11.1 then writes
 * wrong times). A RangeError for a uid that is none or stands twice, or an entry that ends before it starts: faults of the caller.
 */
export function writeCalendar(feed: CalendarFeed): string {
  return joinCalendar(feed, feed.entries.map(writeBlock));
}

/** One entry, finished. A RangeError for a uid that is none, or an end before the start. */
export function writeBlock(entry: CalendarEntry): CalendarBlock {
  const calendar = new ICalCalendar();
  calendar.createEvent(toEvent(entry));
  const text = calendar.toString();
  const block = text.slice(text.indexOf(EVENT_STARTS), text.lastIndexOf(CALENDAR_ENDS));
  return { uid: entry.uid, order: `${entry.start.toString()} ${entry.uid}`, text: alarmsLast(block) };
}

/** A calendar of finished blocks, in whatever order they come. A RangeError when a uid stands twice. */
export function joinCalendar(head: CalendarHead, blocks: readonly CalendarBlock[]): string {
  const empty = new ICalCalendar(headData(head)).toString();
  const start = empty.slice(0, empty.lastIndexOf(CALENDAR_ENDS));
  const texts = inReadingOrder(blocks).map(({ text }) => text);
  return `${start}${texts.join('')}${CALENDAR_ENDS}\r\n`;
}

/** ical-generator writes the fields of a calendar's head as they come, hence escaped here. */
function headData(feed: CalendarHead): ICalCalendarData {
  return {
    prodId: `//${escaped(feed.productId)}//${feed.language.toUpperCase()}`,
    name: escaped(feed.name),
    description: feed.description === undefined ? undefined : escaped(feed.description, 500),
    url: feed.url === undefined ? undefined : cleanUrl(feed.url),
    ttl: feed.refresh.total('seconds'),
  };
}

/** RFC 5545 3.3.11. */
function escaped(text: string, limit = 100): string {
  return cleanLine(text, limit).replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** RFC 5545 3.6.1 wants an event's own properties before its alarms; ical-generator goes on after them. */
function alarmsLast(text: string): string {
  return text.replace(/(?<=\r\n)(BEGIN:VALARM\r\n.*?\r\nEND:VALARM\r\n)(.*?\r\n)(?=END:VEVENT\r\n)/gs, '$2$1');
}
