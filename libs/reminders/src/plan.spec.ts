import type { Schedule } from '@app/deadlines/deadline.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { markClosings } from '@app/funding/closing-marks.js';
import { closingsAhead } from './closings-ahead.js';
import { leadsInForce } from './leads/lead-choice.js';
import { planFor } from './plan.js';
import { DEFAULT_PREFERENCE, type ReminderPreference } from './preference.js';
import type { Recipient } from './recipients.query.js';

const BERLIN = 'Europe/Berlin';
const ANNOUNCED = Temporal.Instant.from('2014-06-12T08:00:00Z');

interface Given {
  readonly closes: string;
  readonly preference?: Partial<ReminderPreference>;
  readonly isSuspended?: boolean;
  readonly coveredDays?: Recipient['coveredDays'];
  readonly publishedAt?: string;
  readonly memberSince?: string;
  readonly now?: string;
  readonly zone?: string;
  readonly region?: string;
  readonly deadline?: Record<string, unknown>;
}

function callWith(schedule: Schedule, { publishedAt, deadline }: Partial<Given>): CallRecord {
  const at = publishedAt ? Temporal.Instant.from(publishedAt) : ANNOUNCED;
  const marks = markClosings([], schedule, Temporal.Instant.from('2010-01-01T00:00:00Z'));
  const only = { id: 'd', stage: 'application', zone: BERLIN, effect: 'excludes', schedule, marks, ...deadline };
  return { id: 'c', state: 'published', publishedAt: at, contentChangedAt: at, deadlines: [only] } as unknown as CallRecord;
}

/** "28 2014-06-27T05:00:00Z" for each reminder. */
function planned(given: Given): string[] {
  const schedule: Schedule = { kind: 'fixed', closes: { date: given.closes } };
  return plannedOf(callWith(schedule, given), given);
}

function plannedOf(call: CallRecord, given: Omit<Given, 'closes'>): string[] {
  const now = Temporal.Instant.from(given.now ?? '2014-06-12T08:00:00Z');
  const recipient: Recipient = {
    personId: 'p',
    authorityId: 'a',
    ordinal: 0,
    memberSince: Temporal.Instant.from(given.memberSince ?? '2010-01-01T00:00:00Z'),
    preference: { ...DEFAULT_PREFERENCE, ...given.preference },
    isSuspended: given.isSuspended ?? false,
    coveredDays: given.coveredDays ?? [],
    standings: new Map(),
    leadChoices: new Map(),
  };
  const reader = { recipient, interest: { since: null }, zone: given.zone ?? BERLIN, region: given.region ?? 'DE-NW' };
  return closingsAhead(call, now)
    .flatMap((ahead) => planFor({ ...reader, leads: leadsInForce('c', recipient.leadChoices, recipient.preference) }, ahead, now))
    .map(({ lead, dueAt }) => `${lead} ${dueAt}`);
}

describe('a reminder', () => {
  it.each([
    ['the day before summer time begins', '2015-04-10', 13, '2015-03-28T06:00:00Z'],
    ['the day on which summer time begins', '2015-04-10', 12, '2015-03-29T05:00:00Z'],
    ['the day before summer time ends', '2014-11-07', 13, '2014-10-25T05:00:00Z'],
    ['the day on which summer time ends', '2014-11-07', 12, '2014-10-26T06:00:00Z'],
  ])('is due at 07:00 in Berlin on %s', (_, closes, lead, dueAt) => {
    expect(planned({ closes, preference: { leads: [lead] } })).toEqual([`${lead} ${dueAt}`]);
  });

  it.each([
    ['Europe/Paris', '2014-07-24T05:00:00Z'],
    ['Indian/Reunion', '2014-07-24T03:00:00Z'],
    ['America/Martinique', '2014-07-24T11:00:00Z'],
  ])('is due at 07:00 where the authority lies: %s', (zone, dueAt) => {
    expect(planned({ closes: '2014-07-25', preference: { leads: [1] }, zone })).toEqual([`1 ${dueAt}`]);
  });

  it.each([
    ['the day before the lead', '2014-06-26T21:59:59Z', ['28', '14', '7', '1']],
    ['the day of the lead, after seven', '2014-06-27T21:59:59Z', ['28', '14', '7', '1']],
    ['the day after the lead', '2014-06-27T22:00:00Z', ['14', '7', '1']],
  ])('never fires for a lead older than its beginning: call published on %s', (_, publishedAt, leads) => {
    const given = { closes: '2014-07-25', publishedAt, now: publishedAt };
    expect(planned(given).map((text) => text.split(' ')[0])).toEqual(leads);
  });

  it.each([
    ['the person became a member', { memberSince: '2014-07-12T10:00:00Z' }],
    ['the leads were chosen', { preference: { updatedAt: Temporal.Instant.from('2014-07-12T10:00:00Z') } }],
  ])('never fires for a lead older than its beginning: %s', (_, change) => {
    expect(planned({ closes: '2014-07-25', now: '2014-07-13T10:00:00Z', ...change }).map((text) => text.split(' ')[0])).toEqual(['7', '1']);
  });

  it('begins today where the clock was set back before everything else', () => {
    expect(planned({ closes: '2014-07-25', publishedAt: '2014-08-01T00:00:00Z', now: '2014-07-10T10:00:00Z' })).toHaveLength(3);
  });

  it('counts working days where that is chosen', () => {
    // 3 October is a public holiday; 4 and 5 October 2014 are a weekend
    const given = { closes: '2014-10-07', preference: { leads: [3], unit: 'working_days' } } as const;
    expect(planned(given)).toEqual(['3 2014-10-01T05:00:00Z']);
  });

  it('comes on the Monday of its week where letters are weekly, and on its own day where that Monday is past', () => {
    const weekly = { leads: [28, 1], frequency: 'weekly' } as const;
    expect(planned({ closes: '2014-07-25', preference: weekly })).toEqual(['28 2014-06-23T05:00:00Z', '1 2014-07-21T05:00:00Z']);
    const wednesday = '2014-07-23T10:00:00Z';
    expect(planned({ closes: '2014-07-25', preference: weekly, publishedAt: wednesday, now: wednesday })).toEqual([
      '1 2014-07-24T05:00:00Z',
    ]);
  });

  it('is one where leads fall on one day: the nearest', () => {
    const given = { closes: '2014-07-25', preference: { leads: [28, 4, 3, 1, 0], frequency: 'weekly' } } as const;
    expect(planned(given)).toEqual(['28 2014-06-23T05:00:00Z', '0 2014-07-21T05:00:00Z']);
  });

  it('aims at the day that the call names, even where a weekend rule moves the end', () => {
    // 26 July 2014 is a Saturday
    const deadline = { weekendRule: 'next_working_day' };
    expect(planned({ closes: '2014-07-26', preference: { leads: [1, 0] }, deadline })).toEqual([
      '1 2014-07-25T05:00:00Z',
      '0 2014-07-26T05:00:00Z',
    ]);
  });

  it('is not planned for somebody who has stopped the letters, or whose address is suspended', () => {
    expect(planned({ closes: '2014-07-25', preference: { stoppedAt: ANNOUNCED } })).toEqual([]);
    expect(planned({ closes: '2014-07-25', isSuspended: true })).toEqual([]);
  });

  it('is planned all the same for the days on which a deputy gets it', () => {
    const coveredDays = [{ from: '2014-07-11', until: '2014-07-17' }];
    expect(planned({ closes: '2014-07-25', isSuspended: true, coveredDays })).toEqual(['14 2014-07-11T05:00:00Z']);
    expect(planned({ closes: '2014-07-25', coveredDays })).toHaveLength(4);
  });

  it('is not planned after the closing, nor for the proof of use', () => {
    expect(planned({ closes: '2014-07-25', now: '2014-07-25T22:00:00Z' })).toEqual([]);
    expect(planned({ closes: '2014-07-25', deadline: { stage: 'proof_of_use' } })).toEqual([]);
    const atMidnight: Schedule = { kind: 'fixed', closes: { date: '2014-07-25', time: '06:00' } };
    expect(plannedOf(callWith(atMidnight, {}), { preference: { leads: [1, 0] } })).toEqual(['1 2014-07-24T05:00:00Z']);
  });

  it('comes every year for a yearly deadline, as far as the plan reaches', () => {
    const yearly: Schedule = { kind: 'yearly', closes: [{ monthDay: '09-30' }, { monthDay: '03-31' }] };
    expect(plannedOf(callWith(yearly, {}), { preference: { leads: [1] } })).toEqual(['1 2014-09-29T05:00:00Z', '1 2015-03-30T05:00:00Z']);
  });

  it('is reckoned from the application where the deadline is', () => {
    const call = callWith({ kind: 'fixed', closes: { date: '2014-07-25' } }, {});
    const outline = {
      ...call.deadlines[0]!,
      id: 'e',
      stage: 'outline',
      schedule: { kind: 'relative', before: 'application', duration: 'P2W' } as const,
    };
    const both = { ...call, deadlines: [...call.deadlines, outline] };
    expect(plannedOf(both, { preference: { leads: [1] } }).toSorted()).toEqual(['1 2014-07-10T05:00:00Z', '1 2014-07-24T05:00:00Z']);
  });
});
