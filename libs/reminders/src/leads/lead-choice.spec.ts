import { DEFAULT_PREFERENCE, type ReminderPreference } from '../preference.js';
import { checkedLeads, type LeadChoice, leadsInForce } from './lead-choice.js';

const MAY = Temporal.Instant.from('2014-05-02T08:00:00Z');
const JUNE = Temporal.Instant.from('2014-06-16T08:00:00Z');
const JULY = Temporal.Instant.from('2014-07-01T08:00:00Z');
const OWN: ReminderPreference = { ...DEFAULT_PREFERENCE, leads: [10], version: 1, updatedAt: MAY };

const chosen = (callId: string | null, leads: number[] | null, updatedAt: Temporal.Instant): [string | null, LeadChoice] => [
  callId,
  { callId, chosen: leads && { leads, unit: 'working_days' }, version: 1, updatedAt },
];

describe('the leads that hold for a call', () => {
  it.each([
    [
      'the default, where nothing was chosen',
      [],
      DEFAULT_PREFERENCE,
      { leads: [28, 14, 7, 1], unit: 'days', from: 'default', since: null },
    ],
    ['the person’s own', [], OWN, { leads: [10], unit: 'days', from: 'person', since: MAY }],
    [
      'those of the authority before those of the person',
      [chosen(null, [20], JUNE)],
      OWN,
      { leads: [20], unit: 'working_days', from: 'authority', since: JUNE },
    ],
    [
      'those of the call before all others',
      [chosen(null, [20], JUNE), chosen('c', [60, 5], MAY)],
      OWN,
      { leads: [60, 5], unit: 'working_days', from: 'call', since: MAY },
    ],
    ['no lead at all, where that was chosen', [chosen('c', [], JUNE)], OWN, { leads: [], unit: 'working_days', from: 'call', since: JUNE }],
    ['not those of another call', [chosen('d', [60], JUNE)], OWN, { leads: [10], unit: 'days', from: 'person', since: MAY }],
    [
      'those of the authority again, once the call’s were taken back, from that day on',
      [chosen(null, [20], JUNE), chosen('c', null, JULY)],
      OWN,
      { leads: [20], unit: 'working_days', from: 'authority', since: JULY },
    ],
    [
      'those of the person again, once both were taken back, from the later day on',
      [chosen(null, null, JULY), chosen('c', null, JUNE)],
      OWN,
      { leads: [10], unit: 'days', from: 'person', since: JULY },
    ],
  ] as const)('are %s', (_, choices, preference, expected) => {
    expect(leadsInForce('c', new Map(choices), preference)).toEqual(expected);
  });
});

describe('leads', () => {
  it('stand in order, the longest first', () => {
    expect(checkedLeads({ leads: [0, 90, 7], unit: 'days' })).toEqual({ leads: [90, 7, 0], unit: 'days' });
  });

  it('are refused with a pointer at each fault', () => {
    const refuse = () => checkedLeads({ leads: [91, -1, 7, 7], unit: 'weeks' as 'days' });
    expect(refuse).toThrow(expect.objectContaining({ code: 'invalid' }));
    try {
      refuse();
    } catch (error) {
      const { faults } = error as { faults: { pointer: string; code: string }[] };
      expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/leads/0 too-great',
        '/leads/1 too-small',
        '/leads/3 duplicate',
        '/unit not-one-of',
      ]);
    }
  });
});
