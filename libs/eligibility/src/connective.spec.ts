import type { Applicant } from './applicant.js';
import type { Criterion } from './criterion.js';
import { evaluate } from './evaluate.js';
import { ApplicantIndex } from './index/applicant-index.js';
import { OUTCOMES } from './outcome.js';

const someone: Applicant = { types: ['county'], population: [], facts: new Map() };
const LEAVES: Readonly<Record<string, Criterion>> = {
  met: { applicantType: { in: ['county'] } },
  unmet: { applicantType: { in: ['municipality'] } },
  unknown: { fact: { name: 'grwArea', is: true } },
};
const OUTCOME = { met: 'eligible', unmet: 'ineligible', unknown: 'undetermined' } as const;
type Verdict = keyof typeof OUTCOME;

/** As the evaluator and the index say it. */
function said(rule: Criterion): string[] {
  const sets = ApplicantIndex.build([{ ordinal: 0, applicant: someone }]).outcomes(rule);
  return [evaluate(rule, someone).outcome, ...OUTCOMES.filter((outcome) => sets[outcome].has(0))];
}

describe('Kleene logic', () => {
  it.each<[Verdict, Verdict, Verdict, Verdict]>([
    ['met', 'met', 'met', 'met'],
    ['met', 'unmet', 'unmet', 'met'],
    ['met', 'unknown', 'unknown', 'met'],
    ['unmet', 'met', 'unmet', 'met'],
    ['unmet', 'unmet', 'unmet', 'unmet'],
    ['unmet', 'unknown', 'unmet', 'unknown'],
    ['unknown', 'met', 'unknown', 'met'],
    ['unknown', 'unmet', 'unmet', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s with %s: all of them %s, one of them %s', (one, other, all, any) => {
    const parts = [LEAVES[one]!, LEAVES[other]!];
    expect(said({ allOf: parts })).toEqual([OUTCOME[all], OUTCOME[all]]);
    expect(said({ anyOf: parts })).toEqual([OUTCOME[any], OUTCOME[any]]);
  });

  it.each<[Verdict, Verdict]>([
    ['met', 'unmet'],
    ['unmet', 'met'],
    ['unknown', 'unknown'],
  ])('not %s is %s', (one, negated) => {
    expect(said({ not: LEAVES[one]! })).toEqual([OUTCOME[negated], OUTCOME[negated]]);
  });

  it('all of nothing is met, one of nothing is unmet', () => {
    expect(said({ allOf: [] })).toEqual(['eligible', 'eligible']);
    expect(said({ anyOf: [] })).toEqual(['ineligible', 'ineligible']);
  });
});
