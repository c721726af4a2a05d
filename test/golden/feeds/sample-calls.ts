import type { CallRecord } from '@app/funding/call-record.js';
import { markClosings } from '@app/funding/closing-marks.js';
import type { Milestone } from '@app/tracking/milestone.js';
import { aCall, dueren, modellkommune, smartCities, wachau } from '../letters/sample-calls.js';

const at = (text: string) => Temporal.Instant.from(text);
const common = { zone: 'Europe/Berlin', effect: 'excludes' } as const;

/** Two closings a year, for ever. */
export const everyYear = aCall({
  id: 'heimat',
  round: 'yearly',
  ownTitle: { de: 'Heimatfonds', en: 'Local heritage fund' },
  deadlines: [
    {
      ...common,
      stage: 'application',
      schedule: { kind: 'yearly', closes: [{ monthDay: '03-31' }, { monthDay: '09-30', time: '15:00' }] },
    },
  ],
});

/** Three cut-offs, one of which has moved since and one of which was dropped; the paper copy is due a week before each. */
export const cutOffs = withSchedule(
  aCall({
    id: 'staedtebau',
    ownTitle: { de: 'Städtebau, Stufe 2; "Mitte"', en: 'Urban development, stage 2; "centre"' },
    summary: { de: 'Innenstädte' },
    deadlines: [
      {
        ...common,
        stage: 'application',
        schedule: { kind: 'cut_offs', closes: ['2014-09-01', '2014-11-01', '2015-02-02'].map((date) => ({ date })) },
      },
      { ...common, stage: 'paper_copy', effect: 'soft', schedule: { kind: 'relative', before: 'application', duration: 'P1W' } },
    ],
    award: { maxAmount: { amount: '1250000.00', currency: 'EUR' } },
  }),
  ['2014-09-15', '2014-11-01'],
);

export const withdrawn: CallRecord = {
  ...smartCities,
  id: 'zurueckgezogen',
  deadlines: smartCities.deadlines.map((deadline) => ({ ...deadline, id: 'zurueckgezogen-1' })),
  state: 'withdrawn',
  withdrawnAt: at('2014-06-20T12:00:00Z'),
  withdrawalReason: 'Die Mittel stehen nicht mehr zur Verfügung.',
};

/** What nobody should write into a title, and more of it than a calendar program can show. */
export const hostile = aCall({
  id: 'boese',
  ownTitle: { de: 'Böse\r\nATTENDEE:mailto:evil@example.org\u0000 „A\\, B; C“ \u202egnp.exe' },
  rule: { allOf: Array.from({ length: 60 }, (_, n) => ({ fact: { name: `Merkmal ${n} ${'sehr '.repeat(8)}lang`, is: true } })) },
  partners: [{ name: 'Amt\nEND:VEVENT', role: 'funder' }],
  deadlines: [{ ...common, stage: 'nachlieferung_eil', schedule: { kind: 'fixed', closes: { date: '2014-07-31', time: '00:00' } } }],
});

export const CALLS: readonly CallRecord[] = [modellkommune, wachau, smartCities, everyYear, cutOffs, withdrawn, hostile];

const milestone = (id: string, given: Partial<Milestone> & Pick<Milestone, 'day' | 'name'>): Milestone => ({
  ...{ id, authorityId: dueren.id, callId: modellkommune.id, source: `own:${id}`, plannedOn: null, closesOn: '2014-07-25' },
  ...{ doneAt: null, removedAt: null, sequence: 0, version: 1 },
  ...{ createdAt: at('2014-06-13T08:00:00Z'), updatedAt: at('2014-06-13T08:00:00Z') },
  ...given,
});

/** One ahead, one done, one removed, and one of a call that is not followed. */
export const MILESTONES: readonly Milestone[] = [
  milestone('rat', { day: '2014-07-16', name: { de: 'Rat der Stadt Düren', en: 'Council of Düren' } }),
  milestone('vorlage', { day: '2014-06-20', name: { de: 'Vorlage, Entwurf; „eins“' }, doneAt: at('2014-06-19T08:00:00Z'), sequence: 1 }),
  milestone('kaemmerei', { day: '2014-07-01', name: { de: 'Kämmerei' }, removedAt: at('2014-06-25T08:00:00Z'), sequence: 2 }),
  milestone('fremd', { day: '2014-07-02', name: { de: 'Anderes' }, callId: wachau.id }),
];

/** The first deadline of a call has other cut-offs since 24 June. */
function withSchedule(call: CallRecord, days: readonly string[]): CallRecord {
  const [first, ...others] = call.deadlines;
  const schedule = { kind: 'cut_offs', closes: days.map((date) => ({ date })) } as const;
  const changed = { ...first!, schedule, marks: markClosings(first!.marks, schedule, at('2014-06-24T10:00:00Z')) };
  return { ...call, deadlines: [changed, ...others], contentChangedAt: at('2014-06-24T10:00:00Z') };
}
