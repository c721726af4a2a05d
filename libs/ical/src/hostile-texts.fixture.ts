import fc from 'fast-check';
import type { CalendarEntry } from './calendar.js';
import { cleanLine, cleanText } from './clean-text.js';
import { categoryName } from './entry-event.js';
import { applicationDeadline } from './sample-feed.fixture.js';

const BREAKERS = [
  '\r\nATTENDEE:mailto:evil@example.org',
  '\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil',
  '\r\nBEGIN:VALARM\r\nEND:VALARM\r\n',
  'BEGIN:VEVENT',
  '\u2028X-EVIL:1',
  '\u0085X-EVIL:1',
  '\0',
  '\\n\\,\\;\\\\',
  '",;:=^n',
  '\u202egnp.exe',
  'مرحبا بالعالم',
  '\ud800',
  '👨‍👩‍👧‍👦',
  'ä'.repeat(10_000),
  'long-word-without-a-space'.repeat(20),
];

/** What nobody should write into a title, between anything that can be written at all. */
export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...BREAKERS), fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map((parts) => `x${parts.join('')}`);

/** So many, always the same. */
export function hostileTexts(count: number): string[] {
  return fc.sample(hostile, { numRuns: count, seed: 20140725 });
}

/** An entry that says a text wherever it can. */
export function entryWith(text: string, index: number): CalendarEntry {
  return {
    ...applicationDeadline,
    uid: `hostile-${index}@foerdertakt.example`,
    ...{ summary: text, description: text, categories: [text, 'Bund'], url: `https://a.example/${text.slice(0, 100)}` },
  };
}

/** What programs must read of it. */
export function cleanedOf(text: string): { summary: string; description: string; category: string } {
  return { summary: cleanLine(text), description: cleanText(text), category: categoryName(text) };
}
