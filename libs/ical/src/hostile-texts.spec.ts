import fc from 'fast-check';
import ICAL from 'ical.js';
import { cleanLine, cleanText } from './clean-text.js';
import { applicationDeadline, consultation, sampleFeed } from './sample-feed.fixture.js';
import { writeCalendar } from './write-calendar.js';

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
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...BREAKERS), fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map((parts) => `x${parts.join('')}`);

function writtenWith(text: string): string {
  const texts = { summary: text, description: text, categories: [text, 'Bund'], url: `https://a.example/${text.slice(0, 100)}` };
  return writeCalendar({
    ...sampleFeed,
    name: text,
    description: text,
    url: texts.url,
    productId: text,
    entries: [
      { ...applicationDeadline, ...texts },
      { ...consultation, summary: text },
    ],
  });
}

/** Names of all properties and components, in order. */
function outline(component: ICAL.Component): string[] {
  return [
    component.name,
    ...component.getAllProperties().map((property) => property.name),
    ...component.getAllSubcomponents().flatMap((inner) => outline(inner)),
  ];
}

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const unescaped = (text: unknown) => String(text).replace(/\\(.)/g, '$1');

describe('hostile texts', () => {
  const expected = outline(parsed(writtenWith('harmless')));

  it('stay texts: no property more or less, and each value as it was cleaned', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const calendar = parsed(writtenWith(text));
        expect(outline(calendar)).toEqual(expected);
        const [, deadline] = calendar.getAllSubcomponents('vevent');
        expect(deadline!.getFirstPropertyValue('summary')).toBe(cleanLine(text));
        expect(deadline!.getFirstPropertyValue('description')).toBe(cleanText(text));
        expect(deadline!.getFirstProperty('categories')!.getValues()).toEqual([cleanLine(text, 60).replace(/[\\ ]+$/, ''), 'Bund']);
        expect(unescaped(calendar.getFirstPropertyValue('x-wr-calname'))).toBe(cleanLine(text, 100));
        expect(unescaped(calendar.getFirstPropertyValue('x-wr-caldesc'))).toBe(cleanLine(text, 500));
      }),
      { numRuns: 300 },
    );
  });

  it('never break a line in the wrong place: at most 75 octets, whole characters, CRLF, no control character', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = writtenWith(text).split('\r\n');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});
