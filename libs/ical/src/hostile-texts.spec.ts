import fc from 'fast-check';
import ICAL from 'ical.js';
import type { CalendarEntry } from './calendar.js';
import { cleanLine } from './clean-text.js';
import { cleanedOf, entryWith, hostile, hostileTexts } from './hostile-texts.fixture.js';
import { applicationDeadline, consultation, sampleFeed } from './sample-feed.fixture.js';
import { writeCalendar } from './write-calendar.js';

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

function outlinesOf(entries: readonly CalendarEntry[]): string[][] {
  return parsed(writeCalendar({ ...sampleFeed, entries }))
    .getAllSubcomponents('vevent')
    .map(outline);
}

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const unescaped = (text: unknown) => String(text).replace(/\\(.)/g, '$1');

function valuesOf(event: ICAL.Component): ReturnType<typeof cleanedOf> {
  const [category, , ...more] = event.getFirstProperty('categories')!.getValues() as string[];
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  return { summary: value('summary'), description: value('description'), category: more.length > 0 ? `${more}` : category! };
}

describe('hostile texts', () => {
  const expected = outline(parsed(writtenWith('harmless')));

  it('stay texts: no property more or less, and each value as it was cleaned', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const calendar = parsed(writtenWith(text));
        expect(outline(calendar)).toEqual(expected);
        const [, deadline] = calendar.getAllSubcomponents('vevent');
        expect(valuesOf(deadline!)).toEqual(cleanedOf(text));
        expect(unescaped(calendar.getFirstPropertyValue('x-wr-calname'))).toBe(cleanLine(text, 100));
        expect(unescaped(calendar.getFirstPropertyValue('x-wr-caldesc'))).toBe(cleanLine(text, 500));
      }),
      { numRuns: 300 },
    );
  });

  it('5,000 of them are read as they were cleaned, each with as many properties as a harmless one', () => {
    const texts = hostileTexts(5_000);
    const [, plain] = outlinesOf(['harmless', 'harmless'].map(entryWith));
    for (let start = 0; start < texts.length; start += 250) {
      const some = texts.slice(start, start + 250);
      const entries = some.map(entryWith);
      const events = parsed(writeCalendar({ ...sampleFeed, entries })).getAllSubcomponents('vevent');
      const byUid = new Map(events.map((event) => [event.getFirstPropertyValue('uid'), event]));
      expect(entries.map(({ uid }) => valuesOf(byUid.get(uid)!))).toEqual(some.map(cleanedOf));
      for (const event of events) expect(outline(event)).toEqual(plain);
    }
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
