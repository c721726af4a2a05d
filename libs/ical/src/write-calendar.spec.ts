import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { applicationDeadline, consultation, sampleFeed } from './sample-feed.fixture.js';
import { writeCalendar } from './write-calendar.js';

const GOLDEN = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Foerdertakt//Deadlines//DE',
  'URL:https://foerdertakt.example/',
  'NAME:Fristen\\, Stadt Düren',
  'X-WR-CALNAME:Fristen\\, Stadt Düren',
  'X-WR-CALDESC:Was noch offen ist\\; was bald schließt',
  'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
  'X-PUBLISHED-TTL:PT6H',
  'BEGIN:VEVENT',
  'UID:0198c0de-0000-7000-8000-000000000002-1@foerdertakt.example',
  'SEQUENCE:1',
  'DTSTAMP:20140502T081500Z',
  'DTSTART:20140710T080000Z',
  'DTEND:20140710T093000Z',
  'SUMMARY:Entfällt: Sprechstunde',
  'TRANSP:TRANSPARENT',
  'STATUS:CANCELLED',
  'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  'LAST-MODIFIED:20140502T081500Z',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:0198c0de-0000-7000-8000-000000000001-1@foerdertakt.example',
  'SEQUENCE:3',
  'DTSTAMP:20140502T081500Z',
  'DTSTART;VALUE=DATE:20140725',
  'DTEND;VALUE=DATE:20140726',
  'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
  'SUMMARY:Frist: Modellkommune E-Government\\, 2. Runde\\; Düren passt',
  'TRANSP:TRANSPARENT',
  'DESCRIPTION:Antrag bis Freitag\\, 25. Juli 2014.\\nFünfmal 60.000\u00a0Euro.',
  'CATEGORIES:Digitalisierung\\, IT,Bund',
  'URL;VALUE=URI:https://foerdertakt.example/calls/modellkommune?runde=2%2C3',
  'STATUS:CONFIRMED',
  'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  'CREATED:20140501T000000Z',
  'LAST-MODIFIED:20140502T081500Z',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:-P7D',
  'DESCRIPTION:Frist: Modellkommune E-Government\\, 2. Runde\\; Düren passt',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const WRITE_SAMPLE = `
  import { writeCalendar } from '@app/ical/write-calendar.js';
  import { sampleFeed } from '@app/ical/sample-feed.fixture.js';
  process.stdout.write(writeCalendar(sampleFeed));`;

/** Of a process of its own: the zone of a running one cannot be changed dependably. */
function writtenUnder(zone: string): string {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const args = ['--import', './config/register.mjs', '--input-type=module', '--eval', WRITE_SAMPLE];
  return execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, TZ: zone, NODE_OPTIONS: '' }, encoding: 'utf8' });
}

describe('a calendar, byte for byte', () => {
  it('says what the feed holds', () => {
    expect(writeCalendar(sampleFeed)).toBe(GOLDEN);
  });

  it('is the same in whatever order the entries come', () => {
    expect(writeCalendar({ ...sampleFeed, entries: [consultation, applicationDeadline] })).toBe(GOLDEN);
  });

  it.each(['America/Los_Angeles', 'Pacific/Auckland'])('is the same in a process of the zone %s', (zone) => {
    expect(writtenUnder(zone)).toBe(GOLDEN);
  });

  it('is a calendar without events when there are none', () => {
    expect(writeCalendar({ ...sampleFeed, entries: [] })).toBe(`${GOLDEN.slice(0, GOLDEN.indexOf('BEGIN:VEVENT'))}END:VCALENDAR\r\n`);
  });
});

describe('faults of the caller', () => {
  it.each(['', 'a b@x', 'a\r\nX-EVIL:1', 'a;b', 'ü', 'x'.repeat(201)])('a uid like %j is refused', (uid) => {
    expect(() => writeCalendar({ ...sampleFeed, entries: [{ ...consultation, uid }] })).toThrow(RangeError);
  });

  it('one uid for two entries is refused: programs would show only the last', () => {
    expect(() => writeCalendar({ ...sampleFeed, entries: [consultation, { ...applicationDeadline, uid: consultation.uid }] })).toThrow(
      RangeError,
    );
  });

  it('an entry that ends when it starts is refused', () => {
    const start = Temporal.Instant.from('2014-07-10T08:00:00Z');
    expect(() => writeCalendar({ ...sampleFeed, entries: [{ ...consultation, start, end: start }] })).toThrow(RangeError);
  });
});
