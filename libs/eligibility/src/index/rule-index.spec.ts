import fc from 'fast-check';
import { applicants, knownApplicants, namedSets, rules } from '../../test/arbitraries.js';
import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { outcomeFor } from '../evaluate.js';
import { ApplicantIndex } from './applicant-index.js';
import { RuleIndex } from './rule-index.js';

const anybody = fc.oneof(applicants, knownApplicants);
const someRules = fc.uniqueArray(fc.tuple(fc.nat({ max: 40 }), rules), { selector: ([ordinal]) => ordinal, maxLength: 12 });
const indexed = ([ordinal, rule]: [number, Criterion]) => ({ ordinal, rule });

function expectAgreement(index: RuleIndex, current: ReadonlyMap<number, Criterion>, applicant: Applicant): void {
  const said = index.outcomes(applicant);
  const wrong = [...current].filter(([ordinal, rule]) => said(ordinal) !== outcomeFor(rule, applicant, namedSets));
  expect({ applicant, wrong }).toEqual({ applicant, wrong: [] });
}

describe('the index of rules', () => {
  it('says what the evaluator says, for any applicant and any rules', () => {
    fc.assert(
      fc.property(someRules, anybody, (entries, applicant) => {
        expectAgreement(RuleIndex.build(entries.map(indexed), namedSets), new Map(entries), applicant);
      }),
      { numRuns: 1_500 },
    );
  });

  it('says so after any sequence of changes, and only then asks to be built anew', () => {
    fc.assert(
      fc.property(someRules, fc.array(someRules, { maxLength: 5 }), anybody, (first, changes, applicant) => {
        let index = RuleIndex.build(first.map(indexed), namedSets);
        const current = new Map(first);
        for (const change of changes) {
          for (const [ordinal, rule] of change) current.set(ordinal, rule);
          index = index.with(change.map(indexed))!;
          expectAgreement(index, current, applicant);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names for each rule those who are eligible, whoever and whatever changed before', () => {
    const people = fc.array(anybody, { maxLength: 12 });
    fc.assert(
      fc.property(someRules, someRules, people, people, (first, second, built, changed) => {
        const rulesNow = new Map([...first, ...second]);
        const index = RuleIndex.build(first.map(indexed), namedSets).with(second.map(indexed))!;
        const everybody = built.map((applicant, ordinal) => changed[ordinal] ?? applicant);
        const applicantIndex = ApplicantIndex.build(
          built.map((applicant, ordinal) => ({ ordinal, applicant })),
          namedSets,
        ).with(everybody.map((applicant, ordinal) => ({ ordinal, applicant })))!;
        const pairs = index.eligiblePairs(applicantIndex);
        for (const [ordinal, rule] of rulesNow) {
          const eligible = everybody.flatMap((applicant, i) => (outcomeFor(rule, applicant, namedSets) === 'eligible' ? [i] : []));
          expect({ rule, eligible: [...pairs.of(ordinal).ordinals()] }).toEqual({ rule, eligible });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('writes the same one behind the other, rules that ask the same included, and again from the start', () => {
    const people = fc.array(anybody, { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(someRules, people, fc.constantFrom(Uint16Array, Uint32Array), (some, everybody, Ids) => {
        const pairs = RuleIndex.build(some.map(indexed), namedSets).eligiblePairs(
          ApplicantIndex.build(
            everybody.map((applicant, ordinal) => ({ ordinal, applicant })),
            namedSets,
          ),
        );
        const order = [...some, ...some.toReversed()].map(([ordinal]) => ordinal);
        const want = order.map((ordinal) => [...pairs.of(ordinal).ordinals()]);
        const target = new Ids(order.length * 80 + 100);
        for (const start of [0, 3, 0]) {
          let at = start;
          const written = order.map((ordinal) => {
            const from = at;
            at = pairs.write(ordinal, target, at);
            return [from, at] as const;
          });
          expect(written.map(([from, to]) => [...target.subarray(from, to)])).toEqual(want);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is due for a new build when too many replaced rules are left behind', () => {
    let index: RuleIndex | undefined = RuleIndex.build([]);
    let changes = 0;
    while (index !== undefined && changes < 10_000) index = index.with([{ ordinal: 0, rule: { population: { atMost: changes++ } } }]);
    expect(changes).toBe(1_001);
  });

  it('keeps what an older index said', () => {
    const towns: Criterion = { applicantType: { in: ['town'] } };
    const town: Applicant = { types: ['town'], population: [], facts: new Map() };
    const before = RuleIndex.build([{ ordinal: 3, rule: towns }]);
    const after = before.with([{ ordinal: 3, rule: { not: towns } }])!;
    expect([before.outcomes(town)(3), after.outcomes(town)(3)]).toEqual(['eligible', 'ineligible']);
  });
});
