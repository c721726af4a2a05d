import { closingsBetween } from './closings.js';
import type { Anchors, Deadline, Schedule } from './deadline.js';

const deadlineOf = (schedule: Schedule, more: Partial<Deadline> = {}): Deadline => ({
  stage: 'application',
  zone: 'Europe/Berlin',
  effect: 'excludes',
  schedule,
  ...more,
});
const found = (deadline: Deadline, from: string, to: string, anchors?: Anchors) =>
  closingsBetween(deadline, Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), anchors).map(
    ({ n, year, moment }) => `${year ?? ''}#${n} ${moment.date}${moment.time ?? ''}`,
  );

describe('the closings between two days, both included', () => {
  const fixed = deadlineOf({ kind: 'fixed', closes: { date: '2014-07-25', time: '12:00' } });
  it.each([
    ['2014-07-25', '2014-07-25', ['#1 2014-07-2512:00']],
    ['2014-07-26', '2014-12-31', []],
    ['2014-01-01', '2014-07-24', []],
  ])('of a fixed one, %s to %s', (from, to, want) => {
    expect(found(fixed, from, to)).toEqual(want);
  });

  it('of cut-offs keep the number of their place in the list', () => {
    const schedule: Schedule = { kind: 'cut_offs', closes: [{ date: '2024-03-29' }, { date: '2024-01-31' }, { date: '2024-09-30' }] };
    expect(found(deadlineOf(schedule), '2024-01-01', '2024-04-01')).toEqual(['#2 2024-01-31', '#1 2024-03-29']);
  });

  it('of a yearly one have their year', () => {
    const schedule: Schedule = { kind: 'yearly', closes: [{ monthDay: '09-30' }, { monthDay: '03-31', time: '12:00' }] };
    expect(found(deadlineOf(schedule), '2026-04-01', '2027-09-30')).toEqual([
      '2026#1 2026-09-30',
      '2027#2 2027-03-3112:00',
      '2027#1 2027-09-30',
    ]);
    expect(found(deadlineOf(schedule), '2027-04-01', '2026-04-01')).toEqual([]);
  });

  it('go by the day that the call names, whatever the weekend rule makes of it', () => {
    const sunday = deadlineOf({ kind: 'fixed', closes: { date: '2026-03-15' } }, { weekendRule: 'next_working_day' });
    const [closing] = closingsBetween(sunday, Temporal.PlainDate.from('2026-03-15'), Temporal.PlainDate.from('2026-03-15'));
    expect(closing).toMatchObject({ n: 1, moment: { date: '2026-03-15' } });
    expect([closing!.effectiveDay, closing!.closesAt].map(String)).toEqual(['2026-03-16', '2026-03-16T23:00:00Z']);
    expect(found(sunday, '2026-03-16', '2026-03-16')).toEqual([]);
  });

  it('of a relative one go with each closing of the application', () => {
    const outline = deadlineOf({ kind: 'relative', before: 'application', duration: 'P1M' });
    const yearly = deadlineOf({ kind: 'yearly', closes: [{ monthDay: '03-31' }, { monthDay: '09-30' }] });
    expect(found(outline, '2027-02-01', '2027-08-30', { applicationDeadline: yearly })).toEqual(['2027#1 2027-02-28', '2027#2 2027-08-30']);
    expect(found(outline, '2027-02-28', '2027-02-28', { applicationDeadline: yearly })).toEqual(['2027#1 2027-02-28']);
    expect(found(outline, '2027-02-01', '2027-08-30')).toEqual([]);
    const ahead = deadlineOf({ kind: 'relative', before: 'project_start', duration: 'P0D' });
    expect(found(ahead, '2027-02-01', '2027-08-30', { projectStart: Temporal.PlainDate.from('2027-03-01') })).toEqual(['#1 2027-02-28']);
  });

  it.each([
    ['a rolling end', { kind: 'rolling', until: { date: '2026-11-30' } }, ['#1 2026-11-30']],
    ['an exhausted one', { kind: 'rolling', until: { date: '2026-11-30' }, exhausted: true }, []],
    ['rolling without an end', { kind: 'rolling' }, []],
    ['a month', { kind: 'month', closes: '2026-11' }, []],
    ['an opening', { kind: 'opening', opens: { date: '2026-11-30' } }, []],
    ['nothing announced', { kind: 'unannounced' }, []],
  ] as const)('of %s', (_name, schedule, want) => {
    expect(found(deadlineOf(schedule), '2026-01-01', '2026-12-31')).toEqual(want);
  });
});
