import fc from 'fast-check';
import type { CallRecord } from './call-record.js';
import { expectedRounds } from './expected-rounds.js';

const ZONE = 'Europe/Berlin';
const AT = Temporal.Instant.from('2010-01-01T00:00:00Z');

/** A call of the programme "p" that closes at the end of a day; published on the first of the month before, unless said otherwise. */
function aRound(id: string, closes: string | undefined, about: Partial<CallRecord> & { program?: never; of?: string } = {}): CallRecord {
  const { of = 'p', ...more } = about;
  const publishedAt = Temporal.Instant.from(`${closes ?? '2015-01-01'}T00:00:00Z`).subtract({ hours: 24 * 30 });
  return {
    id,
    ordinal: 0,
    program: { id: of, title: { de: 'P' }, summary: {}, partners: [], topics: [], fundingLevel: null, guidelineUrl: null },
    round: id,
    ownTitle: null,
    summary: null,
    rule: { allOf: [] },
    deadlines: [
      {
        id: `${id}-d`,
        stage: 'application',
        zone: ZONE,
        effect: 'excludes',
        schedule: closes === undefined ? { kind: 'unannounced' } : { kind: 'fixed', closes: { date: closes } },
        marks: [],
      },
    ],
    award: {},
    partners: [],
    source: null,
    previousCallId: null,
    winners: [],
    state: 'published',
    publishedAt,
    withdrawnAt: null,
    withdrawalReason: null,
    contentChangedAt: AT,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    ...more,
  };
}

const told = (calls: readonly CallRecord[], day: string) =>
  expectedRounds(calls, Temporal.PlainDate.from(day), ZONE).map(
    ({ round, past, replacedBy }) =>
      `${past.map(({ id }) => id)} ${round.from}..${round.until}${replacedBy ? ` replaced by ${replacedBy.id}` : ''}`,
  );

const FIRST = aRound('1', '2013-07-25');
const SECOND = aRound('2', '2014-07-25', { previousCallId: '1' });

describe('what is expected of a programme', () => {
  it.each([
    ['the next of a chain', [FIRST, SECOND], ['1,2 2015-07..2015-07']],
    ['the next of calls that nobody has chained', [FIRST, { ...SECOND, previousCallId: null }], ['1,2 2015-07..2015-07']],
    [
      'from the month of its announcement',
      [FIRST, { ...SECOND, source: { url: 'https://x', publishedOn: '2014-06-10' } }],
      ['1,2 2015-06..2015-07'],
    ],
    ['nothing after one round', [FIRST], []],
    ['nothing from rounds of two programmes', [FIRST, aRound('2', '2014-07-25', { of: 'q' })], []],
    ['nothing from a round that was withdrawn', [FIRST, { ...SECOND, state: 'withdrawn' as const }], []],
    ['nothing from a draft', [FIRST, { ...SECOND, state: 'draft' as const }], []],
    [
      'two chains each their own',
      [FIRST, SECOND, aRound('3', '2013-03-31'), aRound('4', '2014-03-31', { previousCallId: '3' })],
      ['1,2 2015-07..2015-07', '3,4 2015-03..2015-03'],
    ],
  ])('%s', (_name, calls, want) => {
    expect(told(calls, '2014-08-01')).toEqual(want);
  });

  it('begins the day after the last round closed', () => {
    expect(told([FIRST, SECOND], '2014-07-25')).toEqual([]);
    expect(told([FIRST, SECOND], '2014-07-26')).toHaveLength(1);
  });

  it.each([
    ['announced for a day', aRound('3', '2015-07-20', { previousCallId: '2' })],
    ['announced without a day', aRound('3', undefined, { previousCallId: '2' })],
    ['open, and not chained', aRound('3', '2015-07-20')],
  ])('is replaced by the real round, %s, and remembered for 90 days', (_name, third) => {
    const day = third.publishedAt!.toZonedDateTimeISO(ZONE).toPlainDate();
    const rounds = [FIRST, SECOND, third];
    expect(told(rounds, day.add({ days: 1 }).toString())).toEqual(['1,2 2015-07..2015-07 replaced by 3']);
    expect(told(rounds, day.add({ days: 91 }).toString())).not.toContain('1,2 2015-07..2015-07 replaced by 3');
  });

  it('comes back when the real round is withdrawn', () => {
    const third = { ...aRound('3', '2015-07-20', { previousCallId: '2' }), state: 'withdrawn' as const };
    expect(told([FIRST, SECOND, third], '2015-07-01')).toEqual(['1,2 2015-07..2015-07']);
  });

  it('counts the third once it is over, and keeps quiet about a later call beside the chain', () => {
    const third = aRound('3', '2015-07-20', { previousCallId: '2' });
    expect(told([FIRST, SECOND, third], '2015-10-01')).toEqual(['1,2,3 2016-07..2016-07']);
    expect(told([FIRST, SECOND, { ...third, previousCallId: null }], '2015-10-01')).toEqual([]);
  });

  it('does not take a past round that is entered belatedly for the real one', () => {
    const belated = { ...SECOND, publishedAt: Temporal.Instant.from('2014-09-01T00:00:00Z') };
    expect(told([FIRST, belated], '2014-09-02')).toEqual(['1,2 2015-07..2015-07']);
  });

  it('has a sequence and a day of change that never fall, whatever is published and withdrawn, for one last round', () => {
    const step = fc.record({
      closes: fc.integer({ min: 0, max: 40 }),
      published: fc.integer({ min: 0, max: 40 }),
      withdrawn: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      chained: fc.boolean(),
    });
    const month = (count: number) => Temporal.PlainDate.from('2010-01-15').add({ months: count * 2 });
    const at = (count: number) => month(count).toZonedDateTime(ZONE).toInstant();
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
        const seen = new Map<string, { sequence: number; changedAt: Temporal.Instant }>();
        for (let now = 0; now <= 60; now++) {
          const calls = steps.flatMap(({ closes, published, withdrawn, chained }, index): CallRecord[] => {
            if (published > now) return [];
            const isGone = withdrawn !== undefined && withdrawn > published && withdrawn <= now;
            const publishedAt = at(published);
            const gone = isGone ? { state: 'withdrawn' as const, withdrawnAt: at(withdrawn), version: 2 } : {};
            const previousCallId = chained && index > 0 ? `${index - 1}` : null;
            return [aRound(`${index}`, month(closes).toString(), { publishedAt, contentChangedAt: publishedAt, previousCallId, ...gone })];
          });
          for (const { past, sequence, changedAt } of expectedRounds(calls, month(now).add({ days: 1 }), ZONE)) {
            const before = seen.get(past.at(-1)!.id);
            if (before) {
              expect(sequence).toBeGreaterThanOrEqual(before.sequence);
              expect(Temporal.Instant.compare(changedAt, before.changedAt)).toBeGreaterThanOrEqual(0);
            }
            expect(Temporal.Instant.compare(changedAt, at(now).add({ hours: 24 }))).toBeLessThanOrEqual(0);
            seen.set(past.at(-1)!.id, { sequence, changedAt });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('survives a circle that editors have made', () => {
    expect(told([{ ...FIRST, previousCallId: '2' }, SECOND], '2014-08-01')).toEqual(['1,2 2015-07..2015-07']);
  });
});
