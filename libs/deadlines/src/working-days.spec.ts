import { leadDay } from './leads.js';
import { isWorkingDay, minusWorkingDays, nextWorkingDay } from './working-days.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('working days', () => {
  it.each([
    ['2026-03-13', true],
    ['2026-03-14', false],
    ['2026-03-15', false],
    ['2026-04-03', false],
    ['2026-04-06', false],
  ])('%s is one: %s', (text, working) => {
    expect(isWorkingDay(day(text), 'DE')).toBe(working);
  });

  it.each([
    ['2026-03-12', 'DE', '2026-03-13'],
    ['2026-03-13', 'DE', '2026-03-16'],
    ['2026-04-02', 'DE', '2026-04-07'],
    ['2026-04-02', undefined, '2026-04-03'],
    ['2026-12-31', 'DE', '2027-01-04'],
    ['2027-01-05', 'DE-BY', '2027-01-07'],
    ['2027-01-05', 'DE-NW', '2027-01-06'],
  ])('the next after %s (%s) is %s', (text, region, next) => {
    expect(nextWorkingDay(day(text), region).toString()).toBe(next);
  });

  it.each([
    ['2026-03-16', 0, '2026-03-16'],
    ['2026-03-16', 1, '2026-03-13'],
    ['2026-03-15', 1, '2026-03-13'],
    ['2026-04-07', 1, '2026-04-02'],
    ['2026-04-07', 3, '2026-03-31'],
  ])('before %s by %i: %s', (text, count, before) => {
    expect(minusWorkingDays(day(text), count, 'DE').toString()).toBe(before);
  });
});

describe('the lead of a reminder', () => {
  it.each([
    [28, 'days', '2014-06-27'],
    [1, 'days', '2014-07-24'],
    [0, 'days', '2014-07-25'],
    [5, 'working_days', '2014-07-18'],
    [0, 'working_days', '2014-07-25'],
  ] as const)('%i %s before 25 July 2014 is %s', (lead, unit, want) => {
    expect(leadDay(day('2014-07-25'), lead, unit, 'DE').toString()).toBe(want);
  });
});
