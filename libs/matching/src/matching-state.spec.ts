import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { OUTCOMES } from '@app/eligibility/outcome.js';
import type { CallRecord } from '@app/funding/call-record.js';
import fc from 'fast-check';
import { MatchingState, type StateChange } from './matching-state.js';
import { outcomeAt } from './outcome-of.js';

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03'];
const day = fc.constantFrom(...DAYS);

/** As far as the state looks at them. */
const authority = fc
  .record({
    ordinal: fc.nat({ max: 60 }),
    key: fc.nat({ max: 30 }).map((number) => `DE:${number}`),
    types: fc.subarray(['municipality', 'county', 'town']),
    territory: fc.constantFrom('DE-05', 'DE-05358008', 'DE-03'),
    population: fc.subarray([{ value: 100, asOf: '2022-12-31', source: '' }]),
    facts: fc.subarray([{ name: 'grwArea', value: true }]),
    validFrom: fc.option(day),
    validTo: fc.option(day),
  })
  .map((given) => given as unknown as AuthorityView);

const rule = fc.constantFrom<Criterion>(
  { applicantType: { in: ['town'] } },
  { anyOf: [{ population: { atLeast: 100 } }, { not: { territory: { in: ['DE-05'] } } }] },
  { jointApplication: { eachMember: { authority: { in: ['DE:1', 'DE:2', 'DE:3'] } } } },
  { fact: { name: 'grwArea', is: true } },
);
const call = fc
  .record({ ordinal: fc.nat({ max: 9 }), rule, state: fc.constantFrom('draft', 'published', 'withdrawn') })
  .map((given) => ({ ...given, id: `call ${given.ordinal}` }) as unknown as CallRecord);

const step = fc.record({ day, authorities: fc.array(authority, { maxLength: 8 }), calls: fc.array(call, { maxLength: 4 }) });
type Step = Pick<StateChange, 'day' | 'authorities' | 'calls'>;

/** What the database would hold: one row for each ordinal and for each key. */
class Rows {
  readonly authorities = new Map<number, AuthorityView>();
  readonly calls = new Map<string, CallRecord>();

  /** The step without what the database would not take. */
  write(given: Step): Step {
    const taken = given.authorities.filter((each) => {
      const isFree = [...this.authorities.values()].every(({ key, ordinal }) => key !== each.key || ordinal === each.ordinal);
      if (isFree) this.authorities.set(each.ordinal, each);
      return isFree;
    });
    for (const each of given.calls) this.calls.set(each.id, each);
    return {
      day: given.day,
      authorities: taken.filter((each) => this.authorities.get(each.ordinal) === each),
      calls: given.calls.filter((each) => this.calls.get(each.id) === each),
    };
  }
}

/** Everything that can be asked of a state. */
function answersOf(state: MatchingState) {
  const authorities = [...state.authorities.values()];
  const calls = [...state.calls.values()].sort((a, b) => a.call.ordinal - b.call.ordinal);
  return {
    authorities,
    size: state.authorities.size,
    byKey: Array.from({ length: 31 }, (_, number) => state.authority(`DE:${number}`)),
    calls: calls.map(({ call }) => call),
    sizes: [state.calls.size, [...state.calls.keys()].length],
    ofEach: calls.map(({ outcomes }) => OUTCOMES.map((outcome) => String(outcomes[outcome].ordinals()))),
    forEach: authorities.map((each) => calls.map(({ call }) => state.outcomesFor(applicantOf(each))(call))),
  };
}

describe('the matching state', () => {
  it('is after any sequence of changes as if it were built at once', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const rows = new Rows();
        let state = MatchingState.empty(DAYS[0]!);
        let revision = 0n;
        for (const given of steps) {
          state = state.advance({ revision: ++revision, ...rows.write(given) });
          const authorities = [...rows.authorities.values()].sort((a, b) => a.ordinal - b.ordinal);
          const fresh = MatchingState.empty(DAYS[0]!).advance({ revision, day: given.day, authorities, calls: [...rows.calls.values()] });
          expect(answersOf(state)).toEqual(answersOf(fresh));
          expect([state.revision, state.day]).toEqual([revision, given.day]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says of every pair what the evaluator says, from either side', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const rows = new Rows();
        const state = steps.reduce((all, given) => all.advance({ revision: 1n, ...rows.write(given) }), MatchingState.empty(DAYS[0]!));
        for (const each of state.authorities.values()) {
          const outcomeFor = state.outcomesFor(applicantOf(each));
          for (const { call, outcomes } of state.calls.values()) {
            const { outcome } = evaluate(call.rule, applicantOf(each));
            expect([outcomeFor(call), outcomeAt(outcomes, each.ordinal)]).toEqual([outcome, outcome]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves the state before as it was', () => {
    fc.assert(
      fc.property(step, step, (first, second) => {
        const rows = new Rows();
        const before = MatchingState.empty(DAYS[0]!).advance({ revision: 1n, ...rows.write(first) });
        const answers = answersOf(before);
        before.advance({ revision: 2n, ...rows.write(second) });
        expect(answersOf(before)).toEqual(answers);
      }),
    );
  });
});
