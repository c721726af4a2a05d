const LINE_BREAKS = /\r\n?|[\n\u2028\u2029\u0085]/g;
/** C0 without LF and TAB, DEL, C1, lone surrogates, noncharacters and the byte order mark. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]/gu;
/** Embeddings, overrides and isolates turn the reading order of what follows; direction follows from the letters without them. */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;
/** python-icalendar 4 and others undo escapes one kind after the other and then read `\\n` as a line break. */
const MISREAD_BACKSLASH = /\\(?=[nN,;])/g;

/**
 * A text as calendar programs can show it in one line: line breaks and tabs become spaces, runs of spaces one (no-break spaces stay),
 * whatever no reader can see is dropped, composed to NFC; a backslash that programs would misread becomes a slash. Longer than `limit`
 * code points, it ends in "…". Cleaning twice changes nothing. ical-generator lets control characters through, and some parsers end a
 * line at them.
 */
export function cleanLine(text: string, limit = 250): string {
  const line = visible(text)
    .replace(/[\n\t ]+/g, ' ')
    .trim();
  return cut(line, limit);
}

/** Like `cleanLine`, but lines stay lines: at most one empty line in a row, no spaces at the ends of lines. */
export function cleanText(text: string, limit = 4000): string {
  const lines = visible(text)
    .replace(/[\t ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return cut(lines, limit);
}

/** An http(s) address with nothing in it that a calendar would have to escape (RFC 5545 3.3.13 forbids escapes in URIs), else undefined. */
export function cleanUrl(text: string, limit = 2000): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const safe = href.replace(/[,;\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe.length > limit ? undefined : safe;
}

function visible(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(INVISIBLE, '').replace(REORDERING, '').normalize('NFC').replace(MISREAD_BACKSLASH, '/');
}

function cut(text: string, limit: number): string {
  const points = [...text];
  if (points.length <= limit) return text;
  return `${points
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
