import type { CalendarBlock } from '@app/ical/write-calendar.js';

/** Past closings stay so many days, and so does what was cancelled (Google drops cancelled entries, others strike them through). */
export const DAYS_SHOWN = 90;
const MOST_ENTRIES = 2_000;
/** Octets; programs refuse calendars of 1 MB. Some room is for the head. */
const MOST_OCTETS = 990_000;

/** What an entry can do without, before its alarm: its long texts, and what Outlook guesses right without being told. */
const LONG_LINES = /\r\n(?:DESCRIPTION|CATEGORIES|CREATED|X-MICROSOFT-[A-Z-]+)[:;][^\r]*(?:\r\n [^\r]*)*/g;

/**
 * At most 2,000 entries and 1 MB. What is furthest away suffers first: entries lose their long texts, then drop out; the past before what
 * is ahead. `today` as an ISO day.
 */
export function withinLimits(blocks: readonly CalendarBlock[], today: string): CalendarBlock[] {
  const sizes = blocks.map(({ text }) => Buffer.byteLength(text));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (blocks.length <= MOST_ENTRIES && total <= MOST_OCTETS) return [...blocks];
  const wanted = byImportance(blocks, today).slice(0, MOST_ENTRIES);
  return fitted(wanted);
}

/** What is ahead, the nearest first; then the past, the latest first. */
function byImportance(blocks: readonly CalendarBlock[], today: string): CalendarBlock[] {
  const sorted = blocks.toSorted((one, other) => (one.order < other.order ? -1 : 1));
  const past = sorted.filter(({ order }) => order < today);
  return [...sorted.slice(past.length), ...past.reverse()];
}

/** As many whole entries as leave room for the rest in brief, from the most important on. */
function fitted(wanted: readonly CalendarBlock[]): CalendarBlock[] {
  const brief = wanted.map(inBrief);
  let room = MOST_OCTETS;
  const fitting = brief.filter(({ text }) => {
    const size = Buffer.byteLength(text);
    if (room < size) return false;
    room -= size;
    return true;
  });
  return fitting.map((short, index) => {
    const whole = wanted[index]!;
    const more = Buffer.byteLength(whole.text) - Buffer.byteLength(short.text);
    if (whole.uid !== short.uid || more > room) return short;
    room -= more;
    return whole;
  });
}

function inBrief(block: CalendarBlock): CalendarBlock {
  const alarm = block.text.indexOf('BEGIN:VALARM');
  const [own, rest] = alarm < 0 ? [block.text, ''] : [block.text.slice(0, alarm), block.text.slice(alarm)];
  return { ...block, text: own.replace(LONG_LINES, '') + rest };
}
