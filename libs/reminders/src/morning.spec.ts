import type { Schedule } from '@app/deadlines/deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { markClosings } from '@app/funding/closing-marks.js';
import { closingsAhead } from './closings-ahead.js';
import { planFor } from './plan.js';
import { DEFAULT_PREFERENCE } from './preference.js';

const LONG_AGO = Temporal.Instant.from('2010-01-01T00:00:00Z');

/** What is planned for leads of 0 to 10 days before a closing, for a reader in a zone; the deadline's own zone is theirs. */
function planned(zone: string, closes: string) {
  const schedule: Schedule = { kind: 'fixed', closes: { date: closes } };
  const deadline = { id: 'd', stage: 'application', zone, effect: 'excludes', schedule, marks: markClosings([], schedule, LONG_AGO) };
  const call = {
    id: 'c',
    state: 'published',
    publishedAt: LONG_AGO,
    contentChangedAt: LONG_AGO,
    deadlines: [deadline],
  } as unknown as CallRecord;
  const now = Temporal.PlainDate.from(closes).subtract({ days: 60 }).toZonedDateTime(zone).toInstant();
  const recipient = {
    personId: 'p',
    authorityId: 'a',
    ordinal: 0,
    memberSince: LONG_AGO,
    preference: DEFAULT_PREFERENCE,
    isSuspended: false,
    coveredDays: [],
    standings: new Map(),
    leadChoices: new Map(),
  };
  const leads = { leads: Array.from({ length: 11 }, (_, index) => 10 - index), unit: 'days', from: 'default', since: null } as const;
  const reader = { recipient, interest: { since: null }, leads, zone, region: undefined };
  return closingsAhead(call, now).flatMap((ahead) => planFor(reader, ahead, now));
}

const localOf = (instant: Temporal.Instant, zone: string) => instant.toZonedDateTimeISO(zone);

describe('a reminder comes at 07:00 local, whatever the clocks do', () => {
  it.each([
    ['Europe/Berlin', '2014-04-04', 'begins'],
    ['Europe/Berlin', '2014-10-31', 'ends'],
    ['Europe/Lisbon', '2014-04-04', 'begins'],
    ['Europe/Lisbon', '2014-10-31', 'ends'],
    ['Atlantic/Azores', '2014-04-04', 'begins'],
    ['Atlantic/Azores', '2014-10-31', 'ends'],
    ['Pacific/Kiritimati', '2014-04-04', 'never begins'],
    ['Pacific/Kiritimati', '2014-10-31', 'never ends'],
  ])('in %s, on each of the days before %s, when summer time %s', (zone, closes) => {
    const reminders = planned(zone, closes);
    const last = Temporal.PlainDate.from(closes);
    expect(reminders.map(({ lead, dueAt }) => `${lead} ${localOf(dueAt, zone).toPlainDateTime()}`)).toEqual(
      Array.from({ length: 11 }, (_, index) => `${10 - index} ${last.subtract({ days: 10 - index })}T07:00:00`),
    );
  });

  it('and in these weeks the clocks do change', () => {
    for (const zone of ['Europe/Berlin', 'Europe/Lisbon', 'Atlantic/Azores'])
      for (const closes of ['2014-04-04', '2014-10-31']) {
        const hours = planned(zone, closes).map(({ dueAt }) => localOf(dueAt, 'UTC').hour);
        expect(new Set(hours).size).toBe(2);
      }
  });

  it('in Apia, which had no 30 December 2011: what falls on that day comes on the next, once, and the last day is told of', () => {
    const zone = 'Pacific/Apia';
    const reminders = planned(zone, '2012-01-03').map(({ lead, dueAt }) => `${lead} ${localOf(dueAt, zone).toPlainDateTime()}`);
    expect(reminders).toEqual([
      '10 2011-12-24T07:00:00',
      '9 2011-12-25T07:00:00',
      '8 2011-12-26T07:00:00',
      '7 2011-12-27T07:00:00',
      '6 2011-12-28T07:00:00',
      '5 2011-12-29T07:00:00',
      '3 2011-12-31T07:00:00',
      '2 2012-01-01T07:00:00',
      '1 2012-01-02T07:00:00',
      '0 2012-01-03T07:00:00',
    ]);
    const between = planned(zone, '2012-01-03').map(({ dueAt }) => dueAt.epochMilliseconds);
    expect(new Set(between.slice(1).map((at, index) => at - between[index]!))).toEqual(new Set([86_400_000]));
  });

  it('in Apia for a closing on the day that never was', () => {
    const reminders = planned('Pacific/Apia', '2011-12-30');
    expect(reminders.map(({ lead, dueAt }) => `${lead} ${localOf(dueAt, 'Pacific/Apia').toPlainDateTime()}`).slice(-3)).toEqual([
      '3 2011-12-27T07:00:00',
      '2 2011-12-28T07:00:00',
      '1 2011-12-29T07:00:00',
    ]);
  });
});
