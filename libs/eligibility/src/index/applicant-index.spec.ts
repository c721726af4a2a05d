import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applicants, knownApplicants, namedSets, rules } from '../../test/arbitraries.js';
import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { outcomeFor } from '../evaluate.js';
import { OUTCOMES } from '../outcome.js';
import { parseApplicant } from '../parse-applicant.js';
import { parseCriterion } from '../parse-criterion.js';
import { ApplicantIndex } from './applicant-index.js';

const EXAMPLES = '../shared/data/examples';

interface Entry {
  readonly ordinal: number;
  readonly applicant: Applicant;
}

/** Everybody is in exactly one set, and in the one that the evaluator names. */
function expectAgreement(rule: Criterion, entries: readonly Entry[], index = ApplicantIndex.build(entries, namedSets)): void {
  const sets = index.outcomes(rule);
  const said = (ordinal: number) => OUTCOMES.filter((outcome) => sets[outcome].has(ordinal)).join();
  const wrong = entries.filter(({ ordinal, applicant }) => said(ordinal) !== outcomeFor(rule, applicant, namedSets));
  expect({ rule, wrong }).toEqual({ rule, wrong: [] });
  expect(OUTCOMES.reduce((count, outcome) => count + sets[outcome].count(), 0)).toBe(entries.length);
  expect([...index.eligible(rule).ordinals()]).toEqual([...sets.eligible.ordinals()]);
}

describe('the index', () => {
  it('says what the evaluator says, for any rule and any applicants, gaps in the ordinals included', () => {
    const entry = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.oneof(applicants, knownApplicants));
    fc.assert(
      fc.property(rules, fc.uniqueArray(entry, { selector: ([ordinal]) => ordinal, maxLength: 60 }), (rule, entries) => {
        expectAgreement(
          rule,
          entries.map(([ordinal, applicant]) => ({ ordinal, applicant })),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it('says so across the blocks of its columns too', () => {
    const many = fc
      .sample(applicants, { numRuns: 2_500, seed: 20140725 })
      .map((applicant, i) => ({ ordinal: i * 2, applicant: spread(applicant, i) }));
    for (const rule of fc.sample(rules, { numRuns: 60, seed: 20140725 })) expectAgreement(rule, many);
    for (const bound of [0, 511, 512, 513, 1_024, 2_499, 2_500]) {
      expectAgreement({ population: { atLeast: bound } }, many);
      expectAgreement({ population: { moreThan: bound, lessThan: bound + 600 } }, many);
      expectAgreement({ territory: { in: ['DE-05'] } }, many);
    }
  });

  it('says so after any sequence of people coming, going and changing', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.option(fc.oneof(applicants, knownApplicants), { nil: undefined }));
    fc.assert(
      fc.property(
        rules,
        fc.array(change, { maxLength: 40 }),
        fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 }),
        (rule, first, steps) => {
          const current = new Map<number, Applicant>();
          const enter = (changes: typeof first) => {
            for (const [ordinal, applicant] of changes) applicant ? current.set(ordinal, applicant) : current.delete(ordinal);
          };
          const entries = () => [...current].map(([ordinal, applicant]) => ({ ordinal, applicant }));
          enter(first);
          let index = ApplicantIndex.build(entries(), namedSets);
          for (const step of steps) {
            enter(step);
            index = index.with(step.map(([ordinal, applicant]) => ({ ordinal, applicant }))) ?? ApplicantIndex.build(entries(), namedSets);
            expectAgreement(rule, entries(), index);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says so when newer changes lie over older ones', () => {
    const built = fc.sample(applicants, { numRuns: 2_500, seed: 20140725 });
    const change = fc.tuple(fc.integer({ min: 2_480, max: 2_504 }), fc.option(knownApplicants, { nil: undefined }));
    const index = ApplicantIndex.build(built.map((applicant, ordinal) => ({ ordinal, applicant })));
    fc.assert(
      fc.property(rules, fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }), (rule, steps) => {
        const changes = steps.map((step) => step.map(([ordinal, applicant]) => ({ ordinal, applicant })));
        const current = new Map<number, Applicant>(built.entries());
        for (const { ordinal, applicant } of changes.flat()) applicant ? current.set(ordinal, applicant) : current.delete(ordinal);
        const sets = changes.reduce((changed, step) => changed.with(step)!, index).outcomes(rule);
        const fresh = ApplicantIndex.build([...current].map(([ordinal, applicant]) => ({ ordinal, applicant }))).outcomes(rule);
        expect(OUTCOMES.filter((outcome) => !sets[outcome].equals(fresh[outcome]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is due for a new build when more than one in a hundred has changed', () => {
    const applicant: Applicant = { types: [], population: [], facts: new Map() };
    const index = ApplicantIndex.build(Array.from({ length: 10_000 }, (_, ordinal) => ({ ordinal, applicant })));
    const changes = (count: number) => Array.from({ length: count }, (_, ordinal) => ({ ordinal, applicant: undefined }));
    expect([index.with(changes(100)), index.with(changes(101))]).toEqual([expect.any(ApplicantIndex), undefined]);
    expect(index.with(changes(60))?.with(changes(100))?.with(changes(101))).toBeUndefined();
  });

  it('of nobody has empty sets', () => {
    const sets = ApplicantIndex.build([]).outcomes({ allOf: [] });
    expect(OUTCOMES.map((outcome) => [...sets[outcome].ordinals()])).toEqual([[], [], [], []]);
  });
});

/** Different figures and places, so that ranges begin and end within blocks and on their rims. */
function spread(applicant: Applicant, i: number): Applicant {
  const territory = applicant.territory && { territory: `DE-0${(i % 9) + 1}${String(i).padStart(6, '0')}` };
  return { ...applicant, ...territory, population: applicant.population.length === 0 ? [] : [{ value: i }] };
}

describe('the fourteen real calls', () => {
  const examples = (name: string) => JSON.parse(readFileSync(`${EXAMPLES}/${name}.json`, 'utf8'));
  if (!existsSync(EXAMPLES)) it.skip(`${EXAMPLES} is not here, so the real calls are not tried`, () => undefined);
  else
    it.each(examples('calls').calls as { program: string; round: string; rule: unknown }[])('$program, $round', ({ rule }) => {
      const requests = (examples('eligibility').cases as { request: { applicant?: unknown; members?: unknown[] } }[]).map(
        ({ request }) => request,
      );
      const everybody = requests.flatMap(({ applicant, members }) => members ?? [applicant]);
      const entries = everybody.map((each, ordinal) => ({ ordinal, applicant: parseApplicant(each).applicant! }));
      expect(entries.length).toBeGreaterThan(60);
      expectAgreement(parseCriterion(rule).criterion!, entries);
    });
});
