import type { CalendarEntry, CalendarFeed } from '@app/ical/calendar.js';

const changedAt = Temporal.Instant.from('2026-11-02T08:15:00Z');
const firstDay = Temporal.PlainDate.from('2026-12-01');
const firstInstant = Temporal.Instant.from('2026-12-01T22:30:00Z');

const HOSTILE = [
  'Frist\r\nATTENDEE:mailto:evil@example.org',
  'BEGIN:VEVENT\nUID:evil\nEND:VEVENT',
  'Null\0 Glocke\u0007 Löschen\u007f Rücksprung\u009b',
  'Komma, Semikolon; Schrägstrich\\ und \\n sowie \\, roh',
  '"Anführung": =?utf-8?Q?k=C3=B6der?= <b>fett</b> & {{x}} $y %s',
  'مرحبا بالعالم – שלום עולם \u202egnp.exe',
  'Emoji 👨‍👩‍👧‍👦 🇩🇪 und zerlegt: u\u0308 a\u0308, halb: \ud83d.',
  `Lang ${'ä'.repeat(10_000)}`,
  `Wort${'ohnePause'.repeat(60)}`,
  'Zeile\u2028Absatz\u2029Ende\u0085',
  '  viel    Platz\t\tdavor ',
  ':;,:',
] as const;

/** Every third entry has a time; the others last a day. */
function entry(index: number, summary: string): CalendarEntry {
  const details = {
    uid: `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}-1@clients.example`,
    summary,
    description: `Zeile 1: ${summary}\nZeile 2`,
    url: `https://clients.example/calls/${index}?a=1,2;b`,
    categories: [summary, 'Städtebau, Verkehr'],
    status: (['CONFIRMED', 'CANCELLED', 'TENTATIVE'] as const)[index % 3]!,
    sequence: index % 4,
    changedAt: changedAt.add({ hours: index }),
    createdAt: changedAt,
    alarm: index % 5 === 0 ? Temporal.Duration.from({ days: 7 }) : undefined,
  };
  if (index % 3 !== 2) return { ...details, start: firstDay.add({ days: index }) };
  const start = firstInstant.add({ hours: 24 * index });
  return { ...details, start, end: start.add({ minutes: 45 }) };
}

function feed(name: string, entries: readonly CalendarEntry[]): CalendarFeed {
  return {
    name,
    description: 'Für die Prüfung mit echten Kalenderprogrammen; nicht abonnieren',
    url: 'https://clients.example/',
    language: 'de',
    productId: 'Foerdertakt//Client check',
    refresh: Temporal.Duration.from({ hours: 6 }),
    entries,
  };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_none, index) => entry(index, `Frist ${index}: Modellvorhaben „Größe, Übermaß; ß“, Runde ${index % 7}`));

/** Without the long texts: a feed stays under 1 MB. */
const short = ({ description: _description, categories: _categories, createdAt: _createdAt, ...rest }: CalendarEntry) =>
  rest as CalendarEntry;

/** By the name in their address. */
export const SAMPLE_FEEDS: ReadonlyMap<string, CalendarFeed> = new Map([
  ['empty', feed('Leer', [])],
  ['one', feed('Eine Frist', numbered(1))],
  ['fifty', feed('Fristen, Stadt Düren; 50', numbered(50))],
  ['two-thousand', feed('Alle Fristen', numbered(2000).map(short))],
  [
    'hostile',
    feed(
      HOSTILE[0],
      HOSTILE.map((text, index) => entry(index, text)),
    ),
  ],
]);
