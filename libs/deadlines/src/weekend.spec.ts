import type { Deadline, Moment } from './deadline.js';
import { evaluateDeadline } from './evaluate-deadline.js';

const closing = (closes: Moment, more: Partial<Deadline> = {}): Deadline => ({
  stage: 'application',
  zone: 'Europe/Berlin',
  effect: 'excludes',
  schedule: { kind: 'fixed', closes },
  ...more,
});
const at = (deadline: Deadline, instant: string) => evaluateDeadline(deadline, Temporal.Instant.from(instant));
const codes = (deadline: Deadline) => at(deadline, '2026-01-01T00:00:00Z').warnings.map(({ code }) => code);

describe('a closing day that is no working day', () => {
  it.each([
    ['a Friday', '2026-03-13', {}, []],
    ['a Saturday', '2026-03-14', {}, ['closes-on-weekend']],
    ['a Sunday', '2026-03-15', {}, ['closes-on-weekend']],
    ['a Monday', '2026-03-16', {}, []],
    ['Good Friday', '2026-04-03', {}, ['closes-on-holiday']],
    ['Epiphany, nation-wide', '2027-01-06', {}, []],
    ['Epiphany in Bavaria', '2027-01-06', { holidays: 'DE-BY' }, ['closes-on-holiday']],
    ['Epiphany in Vienna', '2027-01-06', { zone: 'Europe/Vienna' }, ['closes-on-holiday']],
    ['the national holiday of Belgium', '2026-07-21', { zone: 'Europe/Brussels' }, ['closes-on-holiday']],
    ['14 July in Paris', '2026-07-14', { zone: 'Europe/Paris' }, ['closes-on-holiday']],
    ['14 July in Berlin', '2026-07-14', {}, []],
    ['1 August in Zurich, a Saturday', '2026-08-01', { zone: 'Europe/Zurich' }, ['closes-on-weekend', 'closes-on-holiday']],
    ['23 June in Luxembourg', '2026-06-23', { zone: 'Europe/Luxembourg' }, ['closes-on-holiday']],
    ["women's day in Berlin, a Sunday", '2026-03-08', { holidays: 'DE-BE' }, ['closes-on-weekend', 'closes-on-holiday']],
    ["New Year's Day where no holidays are known", '2026-01-01', { zone: 'UTC' }, []],
    ['a Saturday there', '2026-01-03', { zone: 'UTC' }, ['closes-on-weekend']],
  ] as const)('%s', (_name, date, more, want) => {
    expect(codes(closing({ date }, more))).toEqual(want);
  });

  it('is told with weekday and next working day, also after the deadline is over', () => {
    const easter = closing({ date: '2026-04-03' });
    const [warning] = at(easter, '2026-01-01T00:00:00Z').warnings;
    expect(warning).toEqual({
      code: 'closes-on-holiday',
      params: {
        date: '2026-04-03',
        weekday: 5,
        nextWorkingDay: '2026-04-07',
        shifts: false,
        holidayDe: 'Karfreitag',
        holidayEn: 'Good Friday',
      },
      text: {
        de: 'Die Frist endet an einem Feiertag (Karfreitag): Freitag, 3.\u00a0April 2026. Die Frist verschiebt sich dadurch nicht. Nächster Werktag ist Dienstag, 7.\u00a0April 2026.',
        en: 'The deadline ends on a public holiday (Good Friday): Friday, 3\u00a0April 2026. The deadline does not move. The next working day is Tuesday, 7\u00a0April 2026.',
      },
    });
    expect(at(easter, '2027-01-01T00:00:00Z').warnings).toEqual([warning]);
  });

  it('is that of the closing ahead where there are several', () => {
    const schedule = { kind: 'yearly', closes: [{ monthDay: '01-31' }, { monthDay: '09-30' }] } as const;
    // 31 January 2026 is a Saturday, 30 September 2026 a Wednesday
    expect(at({ ...closing({ date: '2026-01-01' }), schedule }, '2026-01-15T00:00:00Z').warnings).toHaveLength(1);
    expect(at({ ...closing({ date: '2026-01-01' }), schedule }, '2026-02-15T00:00:00Z').warnings).toEqual([]);
  });
});

describe('the next working day instead', () => {
  const rule = { weekendRule: 'next_working_day' } as const;

  it.each([
    ['2026-03-15T12:00:00Z', 'open', 1],
    ['2026-03-15T23:00:00Z', 'open', 0],
    ['2026-03-16T22:59:59.999Z', 'open', 0],
    ['2026-03-16T23:00:00Z', 'closed', undefined],
  ])('counts for a Sunday, at %s: %s', (instant, status, daysLeft) => {
    const state = at(closing({ date: '2026-03-15' }, rule), instant);
    expect(state.status).toBe(status);
    expect(state.daysLeft).toBe(daysLeft);
    expect(state.closesAt?.toString()).toBe('2026-03-16T23:00:00Z');
    expect(state.warnings[0]?.params).toMatchObject({ date: '2026-03-15', weekday: 7, nextWorkingDay: '2026-03-16', shifts: true });
    expect(state.next).toEqual(status === 'open' ? { date: '2026-03-15' } : undefined);
  });

  it.each([
    ['a working day stays', { date: '2026-03-13' }, {}, '2026-03-13T23:00:00Z'],
    ['a time moves along', { date: '2026-03-14', time: '12:00' }, {}, '2026-03-16T11:00:00Z'],
    ['over Easter', { date: '2026-04-03' }, {}, '2026-04-07T22:00:00Z'],
    ['over Christmas', { date: '2026-12-25' }, {}, '2026-12-28T23:00:00Z'],
    ['over the clock change', { date: '2026-03-28', time: '12:00' }, {}, '2026-03-30T10:00:00Z'],
    ['All Saints, a Monday, in Bavaria', { date: '2027-11-01' }, { holidays: 'DE-BY' }, '2027-11-02T23:00:00Z'],
    ['All Saints, a Monday, nation-wide', { date: '2027-11-01' }, {}, '2027-11-01T23:00:00Z'],
  ])('%s', (_name, closes, more, closesAt) => {
    expect(at(closing(closes, { ...rule, ...more }), '2026-01-01T00:00:00Z').closesAt?.toString()).toBe(closesAt);
  });
});
