import { cleanLine } from './clean-text.js';
import { type CalendarBlock, type CalendarHead, joinCalendar } from './write-calendar.js';

/** Whoever publishes dates; RFC 5546 3.2.1 asks for one. */
export interface Organizer {
  readonly name: string;
  readonly address: string;
}

const EVENT_STARTS = 'BEGIN:VEVENT\r\n';
const LONGEST_LINE = 75;

/**
 * A calendar file to be taken over once, from a mail say: METHOD:PUBLISH, and in each event who publishes it. `organizer.address` is one that
 * mail could be sent to. A RangeError when a uid stands twice.
 */
export function writePublished(head: CalendarHead, blocks: readonly CalendarBlock[], organizer: Organizer): string {
  const line = organizerLine(organizer);
  const published = blocks.map((block) => ({ ...block, text: block.text.replace(EVENT_STARTS, () => `${EVENT_STARTS}${line}`) }));
  return joinCalendar(head, published).replace(/^(PRODID:.*(?:\r\n[ \t].*)*\r\n)/m, (productId) => `${productId}METHOD:PUBLISH\r\n`);
}

/** A parameter in quotes may hold anything but quotes and what ends lines (RFC 5545 3.2). */
function organizerLine({ name, address }: Organizer): string {
  const shown = cleanLine(name, 100).replaceAll('"', "'");
  return folded(`ORGANIZER${shown === '' ? '' : `;CN="${shown}"`}:mailto:${encodeURI(address)}`);
}

/** Lines of at most 75 octets, never within a character (RFC 5545 3.1). */
function folded(text: string): string {
  let line = '';
  let octets = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      line += '\r\n ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${line}\r\n`;
}
