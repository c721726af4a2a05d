import fc from 'fast-check';
import { MOST_CALENDAR_BYTES } from './calendar-file.js';
import { readCalendar } from './read-calendar.js';

const WINDOW = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2027-12-31') };
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const event = (...lines: string[]) => ['UID:u1', 'SUMMARY:Rat', ...lines];
const read = (text: string) => readCalendar(bytes(text), WINDOW, 'Europe/Berlin');
const days = (text: string) => read(text).meetings.map(({ day }) => day.toString());
const codeOf = (text: string | Uint8Array) => {
  try {
    readCalendar(typeof text === 'string' ? bytes(text) : text, WINDOW, 'Europe/Berlin');
    return 'read';
  } catch (error) {
    const { code, faults } = error as { code: string; faults: { pointer: string; code: string }[] };
    return [code, ...faults.map((fault) => `${fault.pointer} ${fault.code}`)].join(' ');
  }
};

describe('reading a calendar file', () => {
  it.each([
    ['DTSTART;VALUE=DATE:20260714', '2026-07-14'],
    ['DTSTART;TZID=Europe/Berlin:20260714T230000', '2026-07-14'],
    ['DTSTART;TZID=W. Europe Standard Time:20260714T180000', '2026-07-14'],
    ['DTSTART:20260714T180000', '2026-07-14'],
    ['DTSTART:20260714T215959Z', '2026-07-14'],
    ['DTSTART:20260714T220000Z', '2026-07-15'],
  ])('takes %s for %s', (start, day) => expect(days(file(event(start)))).toEqual([day]));

  it.each([
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=3', ['2026-01-13', '2026-02-10', '2026-03-10']],
    ['FREQ=MONTHLY;BYDAY=-1TU;COUNT=2', ['2026-01-27', '2026-02-24']],
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=20260210T000000Z', ['2026-01-13', '2026-01-27', '2026-02-10']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['2026-01-30', '2026-02-27']],
    ['FREQ=YEARLY;BYMONTH=3;BYDAY=1TU', ['2026-03-03', '2027-03-02']],
    ['FREQ=YEARLY', ['2026-01-13', '2027-01-13']],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', []],
  ])('expands %s', (rule, expected) => {
    expect(days(file(event('DTSTART;VALUE=DATE:20260113', `RRULE:${rule}`)))).toEqual(expected);
  });

  it('expands what began long ago within the window only', () => {
    const found = days(file(event('DTSTART;VALUE=DATE:19990105', 'RRULE:FREQ=WEEKLY;INTERVAL=4')));
    expect([found.length, found[0], found.at(-1)]).toEqual([26, '2026-01-27', '2027-12-28']);
  });

  it('knows dropped, added, moved and cancelled days of a recurring event', () => {
    const text = file(
      event(
        'DTSTART;TZID=Europe/Berlin:20260113T180000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID=Europe/Berlin:20260120T180000',
        'RDATE;VALUE=DATE:20260401',
      ),
      event('RECURRENCE-ID;TZID=Europe/Berlin:20260127T180000', 'DTSTART;TZID=Europe/Berlin:20260129T180000'),
      event('RECURRENCE-ID;TZID=Europe/Berlin:20260203T180000', 'DTSTART;TZID=Europe/Berlin:20260203T180000', 'STATUS:CANCELLED'),
    );
    expect(read(text).meetings.map(({ origin, day, cancelled }) => `${origin} ${day}${cancelled ? ' cancelled' : ''}`)).toEqual([
      'u1/2026-01-13 2026-01-13',
      'u1/2026-01-27 2026-01-29',
      'u1/2026-02-03 2026-02-03 cancelled',
      'u1/2026-04-01 2026-04-01',
    ]);
  });

  it('leaves out what is no meeting, and counts it', () => {
    const text = file(
      event(),
      ['UID:u2', 'DTSTART:20260101T180000'],
      ['SUMMARY:Rat', 'DTSTART:20260101T180000'],
      event('DTSTART:20260101T180000', 'RRULE:FREQ=SECONDLY'),
      ['UID:u3', 'SUMMARY:Rat\\, Stadt', 'DTSTART:20260114T180000'],
    );
    expect(read(text)).toMatchObject({ meetings: [{ origin: 'u3', summary: 'Rat, Stadt' }], unreadable: 4 });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'invalid /file not-a-calendar'],
    ['a page', '<html>', 'invalid /file not-a-calendar'],
    ['bytes', new Uint8Array([0, 255, 254]), 'invalid /file not-a-calendar'],
    ['an open end', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'invalid /file not-a-calendar'],
    ['a line that is none', 'BEGIN:VCALENDAR\r\nhallo\r\nEND:VCALENDAR\r\n', 'invalid /file not-a-calendar'],
    ['deep nesting', 'BEGIN:VCALENDAR\r\n'.repeat(100_000), 'invalid /file not-a-calendar'],
    ['an endless line', `BEGIN:VCALENDAR\r\nX:${'a'.repeat(200_000)}\r\nEND:VCALENDAR\r\n`, 'invalid /file not-a-calendar'],
    ['too large a file', new Uint8Array(MOST_CALENDAR_BYTES + 1), 'too-large'],
    ['too many events', file(...Array.from({ length: 5_001 }, (): string[] => [])), 'invalid /file too-many'],
    [
      'too many days',
      file(...Array.from({ length: 5 }, (_, at) => [`UID:${at}`, 'SUMMARY:x', 'DTSTART:20260101T000000', 'RRULE:FREQ=DAILY'])),
      'invalid /file too-many',
    ],
    [
      'rules that cost too much',
      file(
        ...Array.from({ length: 900 }, (_, at) => [
          `UID:${at}`,
          'SUMMARY:x',
          'DTSTART:20260101T000000',
          'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
        ]),
      ),
      'invalid /file too-many',
    ],
  ])('refuses %s', (_, text, code) => expect(codeOf(text)).toBe(code));

  it('never fails in another way, whatever the lines are', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('20260230T250000', 'FREQ=DAILY;INTERVAL=0', 'FREQ=MONTHLY;BYDAY=99TU', ';;=:'));
    const line = fc.tuple(fc.constantFrom('DTSTART', 'RRULE', 'EXDATE', 'RDATE', 'RECURRENCE-ID', 'STATUS', 'SUMMARY', 'UID'), value);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = file(lines.map(([name, each]) => `${name}:${each.replace(/[\r\n]/g, ' ')}`));
        expect(codeOf(text)).toMatch(/^(read|invalid \/file not-a-calendar)$/);
      }),
      { numRuns: 500 },
    );
  });
});
