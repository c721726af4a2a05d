import type { Criterion } from './criterion.js';
import { evaluate } from './evaluate.js';
import { and, not, or, outcomeOf, type Verdict } from './outcome.js';

const VERDICTS: readonly Verdict[] = ['met', 'unmet', 'unknown'];

function tuples(arity: number): Verdict[][] {
  if (arity === 0) return [[]];
  return tuples(arity - 1).flatMap((tuple) => VERDICTS.map((verdict) => [...tuple, verdict]));
}

/** What two-valued logic says of every way to resolve the unknowns: if all agree that is the verdict, else it is unknown. */
function bySupposing(verdicts: readonly Verdict[], logic: (values: boolean[]) => boolean): Verdict {
  const [first, ...rest] = verdicts.map((verdict) => (verdict === 'unknown' ? [true, false] : [verdict === 'met']));
  const worlds = [...rest].reduce(
    (all, values) => all.flatMap((world) => values.map((value) => [...world, value])),
    first === undefined ? [[]] : first.map((value) => [value]),
  );
  const answers = new Set(worlds.map(logic));
  if (answers.size === 2) return 'unknown';
  return answers.has(true) ? 'met' : 'unmet';
}

/** A condition of this verdict for an applicant of whom nothing is known. */
const LEAF: Record<Verdict, Criterion> = { met: { allOf: [] }, unmet: { anyOf: [] }, unknown: { fact: { name: 'grwArea', is: true } } };
const OUTCOME = { met: 'eligible', unmet: 'ineligible', unknown: 'undetermined' };
const nobody = { types: [], population: [], facts: new Map() };

describe.each([0, 1, 2, 3, 4])('connectives of %i', (arity) => {
  it('agree with the truth table', () => {
    for (const verdicts of tuples(arity)) {
      const all = bySupposing(verdicts, (values) => values.every(Boolean));
      const any = bySupposing(verdicts, (values) => values.some(Boolean));
      expect([verdicts, and(verdicts), or(verdicts)]).toEqual([verdicts, all, any]);
      const leaves = verdicts.map((verdict) => LEAF[verdict]);
      expect([verdicts, evaluate({ allOf: leaves }, nobody).outcome]).toEqual([verdicts, OUTCOME[all]]);
      expect([verdicts, evaluate({ anyOf: leaves }, nobody).outcome]).toEqual([verdicts, OUTCOME[any]]);
      expect(evaluate({ not: { allOf: leaves } }, nobody).outcome).toBe(OUTCOME[not(all)]);
    }
  });
});

describe('the outcome of one applicant', () => {
  it.each([
    ['met', 'met', 'eligible'],
    ['met', 'unmet', 'eligible'],
    ['met', 'unknown', 'eligible'],
    ['unmet', 'met', 'eligible_jointly'],
    ['unmet', 'unmet', 'ineligible'],
    ['unmet', 'unknown', 'undetermined'],
    ['unknown', 'met', 'undetermined'],
    ['unknown', 'unmet', 'undetermined'],
    ['unknown', 'unknown', 'undetermined'],
  ] as const)('alone %s, jointly %s: %s', (alone, jointly, outcome) => {
    expect(outcomeOf(alone, jointly)).toBe(outcome);
  });
});
