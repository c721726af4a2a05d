import { existsSync, readFileSync } from 'node:fs';
import { holidayName, isHoliday, isHolidayRegion } from './holidays.js';

const FILE = '../shared/data/examples/de-holidays-2026-2027.json';
const available = existsSync(FILE);
type Days = Record<string, Record<string, string[]>>;
const lands = available ? Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Days) : [];

function daysOf(region: string, year: number): string[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const days = Array.from({ length: first.daysInYear }, (_, offset) => first.add({ days: offset }));
  return days.filter((day) => isHoliday(day, region)).map(String);
}

describe('the public holidays of the sixteen Länder', () => {
  if (!available) it.skip(`need ${FILE}, which is not there`, () => undefined);

  it.each(lands.flatMap(([land, years]) => Object.entries(years).map(([year, days]) => [land, year, days] as const)))(
    '%s %s',
    (land, year, days) => {
      expect(daysOf(`DE-${land}`, Number(year))).toEqual(days);
    },
  );
});

describe('public holidays', () => {
  it('nation-wide ones are those that every Land has', () => {
    expect(daysOf('DE', 2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('have a name in both languages', () => {
    expect(holidayName(Temporal.PlainDate.from('2026-10-03'), 'DE')).toEqual({ de: 'Tag der Deutschen Einheit', en: 'National Holiday' });
  });

  it('may last several days', () => {
    const feast = (day: string) => isHoliday(Temporal.PlainDate.from(day), 'AE');
    expect(['2026-03-19', '2026-03-20', '2026-03-22', '2026-03-23'].map(feast)).toEqual([false, true, true, false]);
  });

  it('are not known without a region, of unknown regions and far from our time (where some calendars never come back)', () => {
    const newYear = (year: number) => Temporal.PlainDate.from({ year, month: 1, day: 1 });
    expect(isHoliday(newYear(2026), undefined)).toBe(false);
    expect(isHoliday(newYear(2026), 'DE-XX')).toBe(false);
    expect(isHoliday(newYear(1), 'CN')).toBe(false);
    expect(isHoliday(newYear(9999), 'DE')).toBe(false);
    expect([newYear(1900), newYear(2199)].map((day) => isHoliday(day, 'DE'))).toEqual([true, true]);
  });

  it.each([
    ['DE', true],
    ['DE-BY', true],
    ['DE-BY-A', true],
    ['AT-9', true],
    ['DE-XX', false],
    ['DE-BY-XX', false],
    ['XX', false],
    ['de-by', false],
    ['', false],
    ['DE-constructor', false],
  ])('of %s: known %s', (region, known) => {
    expect(isHolidayRegion(region)).toBe(known);
  });
});
