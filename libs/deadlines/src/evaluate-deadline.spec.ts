import type { Deadline, Schedule } from './deadline.js';
import { type DeadlineState, evaluateDeadline } from './evaluate-deadline.js';

const deadlineOf = (schedule: Schedule, zone = 'Europe/Berlin'): Deadline => ({ stage: 'application', zone, effect: 'excludes', schedule });
const at = (deadline: Deadline, instant: string) => evaluateDeadline(deadline, Temporal.Instant.from(instant));
const summary = ({ status, opensAt, closesAt, daysLeft, next }: DeadlineState) =>
  [status, opensAt ?? '-', closesAt ?? '-', daysLeft ?? '-', next ? `${next.date}${next.time ?? ''}` : '-'].join(' ');

describe('a fixed deadline', () => {
  const window = deadlineOf({ kind: 'fixed', opens: { date: '2014-06-12' }, closes: { date: '2014-07-25' } });

  it.each([
    ['2014-06-11T21:59:59.999999999Z', 'upcoming 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z 44 2014-07-25'],
    ['2014-06-11T22:00:00Z', 'open 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z 43 2014-07-25'],
    ['2014-07-24T21:59:59.999Z', 'open 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z 1 2014-07-25'],
    ['2014-07-24T22:00:00Z', 'open 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z 0 2014-07-25'],
    ['2014-07-25T21:59:59.999Z', 'open 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z 0 2014-07-25'],
    ['2014-07-25T21:59:59.999999999Z', 'open 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z 0 2014-07-25'],
    ['2014-07-25T22:00:00Z', 'closed 2014-06-11T22:00:00Z 2014-07-25T22:00:00Z - -'],
  ])('of 25 July 2014, at %s', (instant, want) => {
    expect(summary(at(window, instant))).toBe(want);
  });

  it.each([
    ['2021-01-29T10:59:59.999Z', 'open - 2021-01-29T11:00:00Z 0 2021-01-2912:00'],
    ['2021-01-29T11:00:00Z', 'closed - 2021-01-29T11:00:00Z - -'],
  ])('of 12:00 in Vienna, at %s', (instant, want) => {
    expect(summary(at(deadlineOf({ kind: 'fixed', closes: { date: '2021-01-29', time: '12:00' } }, 'Europe/Vienna'), instant))).toBe(want);
  });

  it('at 00:00 ends with the day before', () => {
    const midnight = deadlineOf({ kind: 'fixed', closes: { date: '2014-07-25', time: '00:00' } });
    expect(summary(at(midnight, '2014-07-24T21:59:59.999Z'))).toBe('open - 2014-07-24T22:00:00Z 1 2014-07-2500:00');
    expect(at(midnight, '2014-07-24T22:00:00Z').status).toBe('closed');
  });

  it.each([
    ['a time that the clock change skips', 'Europe/Berlin', { date: '2026-03-29', time: '02:30' }, '2026-03-29T01:30:00Z'],
    ['a time that comes twice', 'Europe/Berlin', { date: '2026-10-25', time: '02:30' }, '2026-10-25T00:30:00Z'],
    ['a day of 23 hours', 'Europe/Berlin', { date: '2026-03-29' }, '2026-03-29T22:00:00Z'],
    ['a day of 25 hours', 'Europe/Berlin', { date: '2026-10-25' }, '2026-10-25T23:00:00Z'],
    ['the day before one that starts at 01:00', 'America/Sao_Paulo', { date: '2018-11-03' }, '2018-11-04T03:00:00Z'],
    ['the day before the one that Samoa skipped', 'Pacific/Apia', { date: '2011-12-29' }, '2011-12-30T10:00:00Z'],
    ['the day that Samoa skipped', 'Pacific/Apia', { date: '2011-12-30' }, '2011-12-30T10:00:00Z'],
    ['the day after it', 'Pacific/Apia', { date: '2011-12-31' }, '2011-12-31T10:00:00Z'],
    ['noon of the day that Samoa skipped', 'Pacific/Apia', { date: '2011-12-30', time: '12:00' }, '2011-12-30T22:00:00Z'],
    ['the first zone of the day', 'Pacific/Kiritimati', { date: '2026-01-01' }, '2026-01-01T10:00:00Z'],
    ['the last zone of the day', 'Pacific/Pago_Pago', { date: '2026-01-01' }, '2026-01-02T11:00:00Z'],
    ['a leap day', 'Europe/Berlin', { date: '2024-02-29' }, '2024-02-29T23:00:00Z'],
    ["New Year's Eve", 'Europe/Berlin', { date: '2026-12-31' }, '2026-12-31T23:00:00Z'],
  ])('on %s', (_name, zone, closes, closesAt) => {
    const deadline = deadlineOf({ kind: 'fixed', closes }, zone);
    const end = Temporal.Instant.from(closesAt);
    expect(evaluateDeadline(deadline, end.subtract({ milliseconds: 1 }))).toMatchObject({ status: 'open' });
    expect(evaluateDeadline(deadline, end)).toMatchObject({ status: 'closed', closesAt: end });
  });

  it('never counts days below 0, not even on the day that Samoa skipped', () => {
    const noon = deadlineOf({ kind: 'fixed', closes: { date: '2011-12-30', time: '12:00' } }, 'Pacific/Apia');
    expect(at(noon, '2011-12-30T21:59:59Z')).toMatchObject({ status: 'open', daysLeft: 0 });
  });
});

describe('several cut-offs, given in any order', () => {
  const cutOffs = deadlineOf({
    kind: 'cut_offs',
    opens: { date: '2023-12-01' },
    closes: [{ date: '2024-03-29', time: '12:00' }, { date: '2024-01-31' }],
  });

  it.each([
    ['2023-11-30T22:59:59Z', 'upcoming 2023-11-30T23:00:00Z 2024-01-31T23:00:00Z 62 2024-01-31'],
    ['2023-11-30T23:00:00Z', 'open 2023-11-30T23:00:00Z 2024-01-31T23:00:00Z 61 2024-01-31'],
    ['2024-01-31T22:59:59.999Z', 'open 2023-11-30T23:00:00Z 2024-01-31T23:00:00Z 0 2024-01-31'],
    ['2024-01-31T23:00:00Z', 'open 2023-11-30T23:00:00Z 2024-03-29T11:00:00Z 57 2024-03-2912:00'],
    ['2024-03-29T10:59:59.999Z', 'open 2023-11-30T23:00:00Z 2024-03-29T11:00:00Z 0 2024-03-2912:00'],
    ['2024-03-29T11:00:00Z', 'closed 2023-11-30T23:00:00Z 2024-03-29T11:00:00Z - -'],
  ])('at %s', (instant, want) => {
    expect(summary(at(cutOffs, instant))).toBe(want);
  });
});

describe('a rolling deadline', () => {
  const opens = { date: '2020-05-15' };
  const until = { date: '2020-11-15' };

  it.each([
    ['for good', { kind: 'rolling' }, '2026-01-01T00:00:00Z', 'open - - - -'],
    ['before it opens', { kind: 'rolling', opens }, '2020-05-14T21:59:59Z', 'upcoming 2020-05-14T22:00:00Z - - -'],
    ['once open', { kind: 'rolling', opens, untilExhausted: true }, '2020-05-14T22:00:00Z', 'open 2020-05-14T22:00:00Z - - -'],
    ['up to its end', { kind: 'rolling', until, untilExhausted: true }, '2020-11-15T22:59:59Z', 'open - 2020-11-15T23:00:00Z 0 2020-11-15'],
    ['after its end', { kind: 'rolling', until }, '2020-11-15T23:00:00Z', 'closed - 2020-11-15T23:00:00Z - -'],
    ['exhausted before its end', { kind: 'rolling', until, exhausted: true }, '2020-11-01T00:00:00Z', 'closed - 2020-11-15T23:00:00Z - -'],
    ['exhausted, without an end', { kind: 'rolling', exhausted: true }, '2020-11-01T00:00:00Z', 'closed - - - -'],
  ] as const)('%s', (_name, schedule, instant, want) => {
    expect(summary(at(deadlineOf(schedule), instant))).toBe(want);
  });
});

describe('schedules without a day', () => {
  it.each([
    ['a month, long before', { kind: 'month', closes: '2020-10' }, '2001-01-01T00:00:00Z', 'open - - - -'],
    ['a month, to its last moment', { kind: 'month', closes: '2020-10' }, '2020-10-31T22:59:59.999Z', 'open - - - -'],
    ['a month that is over', { kind: 'month', closes: '2020-10' }, '2020-10-31T23:00:00Z', 'closed - - - -'],
    ['December', { kind: 'month', closes: '2020-12' }, '2020-12-31T22:59:59.999Z', 'open - - - -'],
    [
      'an opening ahead',
      { kind: 'opening', opens: { date: '2022-07-14', time: '10:00' } },
      '2022-07-14T07:59:59.999Z',
      'upcoming 2022-07-14T08:00:00Z - - -',
    ],
    [
      'an opening that was',
      { kind: 'opening', opens: { date: '2022-07-14', time: '10:00' } },
      '2022-07-14T08:00:00Z',
      'open 2022-07-14T08:00:00Z - - -',
    ],
    ['nothing announced', { kind: 'unannounced' }, '2022-07-14T08:00:00Z', 'undated - - - -'],
  ] as const)('%s', (_name, schedule, instant, want) => {
    expect(summary(at(deadlineOf(schedule), instant))).toBe(want);
  });
});
