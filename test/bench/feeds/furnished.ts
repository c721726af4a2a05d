import type { CallRecord } from '@app/funding/call-record.js';

const PUBLISHED = Temporal.Instant.from('2026-10-01T08:00:00Z');

/** A synthetic call with everything that an entry says, one closing ahead. */
export function furnished(call: CallRecord): CallRecord {
  const id = `0198c0de-0000-7000-8000-${String(call.ordinal).padStart(12, '0')}`;
  const date = Temporal.PlainDate.from('2026-12-01')
    .add({ days: call.ordinal % 700 })
    .toString();
  const changedAt = PUBLISHED.toString();
  const deadline = {
    ...{ id: id.replace('0198', '0199'), stage: 'application', zone: 'Europe/Berlin', effect: 'excludes' },
    ...{ schedule: { kind: 'fixed', closes: { date } }, marks: [{ n: 1, moment: date, sequence: 0, changedAt }] },
  };
  const program = { id, title: { de: 'Digitale Modellkommune' }, summary: {}, partners: [], topics: ['Digitalisierung', 'Verwaltung'] };
  return {
    ...call,
    ...{ id, program: { ...program, fundingLevel: null, guidelineUrl: null }, round: String(call.ordinal), ownTitle: null, summary: null },
    ...{ deadlines: [deadline], award: { count: 5, amountEach: { amount: '60000.00', currency: 'EUR' } }, source: null, winners: [] },
    ...{ partners: [{ name: 'Bundesministerium des Innern', role: 'funder' }], publishedAt: PUBLISHED, contentChangedAt: PUBLISHED },
    ...{ withdrawnAt: null, withdrawalReason: null, previousCallId: null, version: 1, createdAt: PUBLISHED, updatedAt: PUBLISHED },
  } as unknown as CallRecord;
}
