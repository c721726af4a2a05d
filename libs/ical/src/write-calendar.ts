import { ICalCalendar, type ICalCalendarData } from 'ical-generator';
import type { CalendarFeed } from './calendar.js';
import { cleanLine, cleanUrl } from './clean-text.js';
import { toEvent } from './entry-event.js';
import { inReadingOrder } from './reading-order.js';

/**
 * The bytes of a feed (RFC 5545): CRLF at the end of each line, lines of at most 75 octets, the same for the same feed wherever the
 * process runs. No METHOD (PUBLISH asks for an ORGANIZER, RFC 5546 3.2.1) and no zone of the calendar (ical-generator 11.1 then writes
 * wrong times). A RangeError for a uid that is none or stands twice, or an entry that ends before it starts: faults of the caller.
 */
export function writeCalendar(feed: CalendarFeed): string {
  const calendar = new ICalCalendar(head(feed));
  for (const entry of inReadingOrder(feed.entries)) calendar.createEvent(toEvent(entry));
  return `${alarmsLast(calendar.toString())}\r\n`;
}

/** ical-generator writes the fields of a calendar's head as they come, hence escaped here. */
function head(feed: CalendarFeed): ICalCalendarData {
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
