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

/** Everybody is in exactly one set, and in the one that the evaluator names. */
function expectAgreement(rule: Criterion, entries: readonly { ordinal: number; applicant: Applicant }[]): void {
  const sets = ApplicantIndex.build(entries, namedSets).outcomes(rule);
  const said = (ordinal: number) => OUTCOMES.filter((outcome) => sets[outcome].has(ordinal)).join();
  const wrong = entries.filter(({ ordinal, applicant }) => said(ordinal) !== outcomeFor(rule, applicant, namedSets));
  expect({ rule, wrong }).toEqual({ rule, wrong: [] });
  expect(OUTCOMES.reduce((count, outcome) => count + sets[outcome].count(), 0)).toBe(entries.length);
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
