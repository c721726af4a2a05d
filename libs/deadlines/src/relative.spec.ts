import type { Anchors, Deadline, RelativeSchedule, Schedule } from './deadline.js';
import { evaluateDeadline } from './evaluate-deadline.js';

const deadlineOf = (schedule: Schedule, more: Partial<Deadline> = {}): Deadline => ({
  stage: 'application',
  zone: 'Europe/Berlin',
  effect: 'excludes',
  schedule,
  ...more,
});
const daysBefore = (anchor: RelativeSchedule['before'], duration: string, more: Partial<Deadline> = {}) =>
  deadlineOf({ kind: 'relative', before: anchor, duration }, { stage: 'outline', ...more });
const at = (deadline: Deadline, instant: string, anchors?: Anchors) => evaluateDeadline(deadline, Temporal.Instant.from(instant), anchors);

describe('a deadline before the application', () => {
  const outline = daysBefore('application', 'P4W');
  const fixed = { applicationDeadline: deadlineOf({ kind: 'fixed', closes: { date: '2025-09-01' } }) };

  it.each([
    ['2025-08-04T21:59:59.999Z', { status: 'open', daysLeft: 0, next: { date: '2025-08-04' } }],
    ['2025-08-04T22:00:00Z', { status: 'closed' }],
    ['2025-10-01T00:00:00Z', { status: 'closed' }],
  ])('lies four weeks before its closing day (%s)', (instant, want) => {
    const state = at(outline, instant, fixed);
    expect(state).toMatchObject(want);
    expect(state.closesAt?.toString()).toBe('2025-08-04T22:00:00Z');
  });

  it('goes with the next cut-off, also while its own day is over', () => {
    const anchors = { applicationDeadline: deadlineOf({ kind: 'yearly', closes: [{ monthDay: '03-31' }, { monthDay: '09-30' }] }) };
    expect(at(outline, '2026-03-04T00:00:00Z', anchors).status).toBe('closed');
    expect(at(outline, '2026-04-01T00:00:00Z', anchors).next).toEqual({ date: '2026-09-02' });
  });

  it('is reckoned from the day that the call names, not from the one that a weekend moves it to', () => {
    // 1 August 2026 is a Saturday
    const anchors = {
      applicationDeadline: deadlineOf({ kind: 'fixed', closes: { date: '2026-08-01' } }, { weekendRule: 'next_working_day' }),
    };
    expect(at(daysBefore('application', 'P1D'), '2026-07-01T00:00:00Z', anchors).next).toEqual({ date: '2026-07-31' });
  });

  it('may hang on the start of the project in two steps', () => {
    const applicationDeadline = daysBefore('project_start', 'P8W');
    const anchors = { applicationDeadline, projectStart: Temporal.PlainDate.from('2027-03-01') };
    expect(at(outline, '2026-11-22T00:00:00Z', anchors).next).toEqual({ date: '2026-12-07' });
  });

  it.each([
    ['nothing is given', {}],
    ['only the start of the project is given', { projectStart: Temporal.PlainDate.from('2027-03-01') }],
    ['the application has no day', { applicationDeadline: deadlineOf({ kind: 'rolling' }) }],
    ['the application knows a month only', { applicationDeadline: deadlineOf({ kind: 'month', closes: '2026-12' }) }],
    ['the application is itself before the application', { applicationDeadline: daysBefore('application', 'P1D') }],
  ])('is undated when %s', (_name, anchors) => {
    expect(at(outline, '2026-11-22T00:00:00Z', anchors)).toEqual({ status: 'undated', warnings: [] });
  });
});

describe('a deadline before the start of the project', () => {
  const start = (day: string) => ({ projectStart: Temporal.PlainDate.from(day) });

  it.each([
    ['P0D', '2027-03-01', '2027-02-28'],
    ['P0W', '2027-03-01', '2027-02-28'],
    ['P1D', '2027-03-01', '2027-02-28'],
    ['P8W', '2027-03-01', '2027-01-04'],
    ['P1M', '2027-03-31', '2027-02-28'],
    ['P1M', '2028-03-31', '2028-02-29'],
    ['P1Y2M3W4D', '2027-03-31', '2026-01-06'],
  ])('%s before %s is %s', (duration, day, reckoned) => {
    expect(at(daysBefore('project_start', duration), '2020-01-01T00:00:00Z', start(day)).next).toEqual({ date: reckoned });
  });
});
