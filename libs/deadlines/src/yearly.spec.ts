import fc from 'fast-check';
import type { Deadline, YearlySchedule } from './deadline.js';
import { evaluateDeadline } from './evaluate-deadline.js';

const yearly = (closes: string[], opens?: string, more: Partial<Deadline> = {}): Deadline => {
  const schedule: YearlySchedule = {
    kind: 'yearly',
    closes: closes.map((monthDay) => ({ monthDay })),
    ...(opens && { opens: { monthDay: opens } }),
  };
  return { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule, ...more };
};
const at = (deadline: Deadline, instant: string) => evaluateDeadline(deadline, Temporal.Instant.from(instant));

describe('every year without an opening', () => {
  it.each([
    ['2026-09-30T21:59:59.999Z', '2026-09-30', 0],
    ['2026-09-30T22:00:00Z', '2027-03-31', 181],
    ['2026-12-31T23:00:00Z', '2027-03-31', 89],
    ['2027-03-31T22:00:00Z', '2027-09-30', 182],
  ])('is always open; at %s the next is %s', (instant, next, daysLeft) => {
    expect(at(yearly(['09-30', '03-31']), instant)).toMatchObject({ status: 'open', next: { date: next }, daysLeft });
  });

  it.each([
    ['2024-02-28T22:59:59.999Z', '2024-02-28'],
    ['2024-02-28T23:00:00Z', '2025-02-28'],
  ])('28 February stays 28 February in a leap year (%s)', (instant, next) => {
    expect(at(yearly(['02-28']), instant).next).toEqual({ date: next });
  });

  it("31 December ends with the year of its zone, not with UTC's", () => {
    const deadline = yearly(['12-31'], undefined, { zone: 'Pacific/Kiritimati' });
    expect(at(deadline, '2026-12-31T09:59:59.999Z')).toMatchObject({ next: { date: '2026-12-31' }, daysLeft: 0 });
    expect(at(deadline, '2026-12-31T10:00:00Z')).toMatchObject({ next: { date: '2027-12-31' }, daysLeft: 364 });
  });

  it('may close several times a day', () => {
    const schedule: YearlySchedule = { kind: 'yearly', closes: [{ monthDay: '09-30' }, { monthDay: '09-30', time: '12:00' }] };
    const deadline = { ...yearly([]), schedule };
    expect(at(deadline, '2026-09-30T09:59:59Z').next).toEqual({ date: '2026-09-30', time: '12:00' });
    expect(at(deadline, '2026-09-30T10:00:00Z').next).toEqual({ date: '2026-09-30' });
  });
});

describe('every year within a window', () => {
  const summer = yearly(['07-31'], '04-01');
  it.each([
    ['2026-03-31T21:59:59.999Z', 'upcoming', '2026-03-31T22:00:00Z', '2026-07-31'],
    ['2026-03-31T22:00:00Z', 'open', '2026-03-31T22:00:00Z', '2026-07-31'],
    ['2026-07-31T21:59:59.999Z', 'open', '2026-03-31T22:00:00Z', '2026-07-31'],
    ['2026-07-31T22:00:00Z', 'upcoming', '2027-03-31T22:00:00Z', '2027-07-31'],
  ])('from 1 April to 31 July, at %s: %s', (instant, status, opensAt, next) => {
    const state = at(summer, instant);
    expect(state).toMatchObject({ status, next: { date: next } });
    expect(state.opensAt?.toString()).toBe(opensAt);
  });

  const winter = yearly(['01-31', '11-30'], '11-01');
  it.each([
    ['2026-10-31T22:59:59Z', 'upcoming', '2026-11-30'],
    ['2026-11-01T00:00:00Z', 'open', '2026-11-30'],
    ['2026-12-01T00:00:00Z', 'open', '2027-01-31'],
    ['2027-01-31T22:59:59.999Z', 'open', '2027-01-31'],
    ['2027-01-31T23:00:00Z', 'upcoming', '2027-11-30'],
  ])("over New Year's with two closings, at %s: %s", (instant, status, next) => {
    expect(at(winter, instant)).toMatchObject({ status, next: { date: next } });
  });

  it.each(['2026-03-31T21:59:59.999Z', '2026-03-31T22:00:00Z', '2026-10-01T00:00:00Z'])(
    'that ends on the eve of the next opening is always open (%s)',
    (instant) => {
      expect(at(yearly(['03-31'], '04-01'), instant).status).toBe('open');
    },
  );

  it.each([
    ['2026-03-31T22:00:00Z', 'open'],
    ['2026-04-01T21:59:59.999Z', 'open'],
    ['2026-04-01T22:00:00Z', 'upcoming'],
  ])('of a single day, at %s: %s', (instant, status) => {
    expect(at(yearly(['04-01'], '04-01'), instant).status).toBe(status);
  });

  it('ends on the Monday where the weekend rule says so, even in the next year', () => {
    // 31 December 2022 is a Saturday, 1 January 2023 Sunday and New Year's Day
    const deadline = yearly(['12-31'], '10-01', { weekendRule: 'next_working_day' });
    expect(at(deadline, '2023-01-02T22:59:59.999Z')).toMatchObject({ status: 'open', daysLeft: 0, next: { date: '2022-12-31' } });
    expect(at(deadline, '2023-01-02T23:00:00Z')).toMatchObject({ status: 'upcoming', next: { date: '2023-12-31' } });
  });

  it('keeps a closing in its window when the weekend rule moves it past the next opening', () => {
    // 31 March 2024 is Easter Sunday and moves to 2 April
    expect(at(yearly(['03-31'], '04-01', { weekendRule: 'next_working_day' }), '2023-06-01T00:00:00Z')).toMatchObject({
      status: 'open',
      next: { date: '2024-03-31' },
    });
  });

  it('agrees with a walk through the days', () => {
    const dayAfter = (first: string) => (offset: number) => Temporal.PlainDate.from(first).add({ days: offset });
    const monthDay = fc.integer({ min: 0, max: 364 }).map((offset) => dayAfter('2001-01-01')(offset).toString().slice(5));
    const days = fc.integer({ min: 0, max: 1500 }).map(dayAfter('2023-01-01'));
    fc.assert(
      fc.property(fc.uniqueArray(monthDay, { minLength: 1, maxLength: 4 }), monthDay, days, (closes, opens, today) => {
        const noon = today.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '12:00' }).toInstant();
        const state = evaluateDeadline(yearly(closes, opens), noon);
        // open iff, going on from today, a closing comes before an opening (today's opening is behind us, today's closing ahead)
        let day = today;
        while (!closes.includes(day.toString().slice(5))) {
          day = day.add({ days: 1 });
          if (day.toString().slice(5) === opens) break;
        }
        const isOpen = closes.includes(day.toString().slice(5)) && (day.equals(today) || day.toString().slice(5) !== opens);
        expect(state.status).toBe(isOpen ? 'open' : 'upcoming');
      }),
      { numRuns: 300 },
    );
  });
});
