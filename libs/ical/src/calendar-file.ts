import { DomainError } from '@app/kernel/domain-error.js';

/** A calendar of a town hall with all its meetings is some hundred kilobytes. */
export const MOST_CALENDAR_BYTES = 2 * 1024 * 1024;
const MOST_EVENTS = 5_000;
const DEEPEST = 4;
/** Of one line with its continuations: a description may be long. */
const LONGEST_LINE = 100_000;

/** Throws 'invalid' for what is no calendar file, with the line where that is known. */
export function notACalendar(line?: number): DomainError {
  return new DomainError('invalid', {}, [{ pointer: '/file', code: 'not-a-calendar', params: line === undefined ? {} : { line } }]);
}

export function tooMany(most: number): DomainError {
  return new DomainError('invalid', {}, [{ pointer: '/file', code: 'too-many', params: { most } }]);
}

/** The text of a calendar file after a look at its size and frame, before any parser sees it. Throws 'too-large', 'invalid' with a pointer to `/file`. */
export function calendarText(bytes: Uint8Array): string {
  if (bytes.length > MOST_CALENDAR_BYTES) throw new DomainError('too-large');
  const text = decoded(bytes);
  let depth = 0;
  let events = 0;
  let length = 0;
  const lines = text.split(/\r\n|\r|\n/);
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines.find((line) => line.trim() !== '') ?? '')) throw notACalendar(1);
  lines.forEach((line, at) => {
    length = /^[ \t]/.test(line) ? length + line.length : line.length;
    if (/^BEGIN:/i.test(line)) depth += 1;
    if (/^END:/i.test(line)) depth -= 1;
    if (/^BEGIN:VEVENT\s*$/i.test(line)) events += 1;
    if (depth < 0 || depth > DEEPEST || length > LONGEST_LINE) throw notACalendar(at + 1);
  });
  if (depth !== 0) throw notACalendar(lines.length);
  if (events > MOST_EVENTS) throw tooMany(MOST_EVENTS);
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
