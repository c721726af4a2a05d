import { existsSync, readFileSync } from 'node:fs';
import { evaluate } from './evaluate.js';
import { evaluateJointly } from './evaluate-jointly.js';
import type { Outcome } from './outcome.js';
import { parseApplicant, parseFacts } from './parse-applicant.js';
import { parseCriterion } from './parse-criterion.js';

/** Real rules with worked examples; the data lies beside the repository and is never committed. */
const FILE = '../shared/data/examples/eligibility.json';

interface Example {
  id: string;
  programme: string;
  why: string;
  request: { rule: unknown; applicant?: unknown; members?: unknown[]; facts?: unknown };
  expected: Outcome;
}

const examples: Example[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).cases : [];

function applicantOf(value: unknown) {
  const { applicant, faults } = parseApplicant(value);
  expect(faults).toEqual([]);
  return applicant!;
}

function outcomeOf({ rule, applicant, members, facts }: Example['request']): Outcome {
  const { criterion, faults } = parseCriterion(rule);
  expect(faults).toEqual([]);
  if (members === undefined) return evaluate(criterion!, applicantOf(applicant)).outcome;
  return evaluateJointly(criterion!, members.map(applicantOf), parseFacts(facts).facts).outcome;
}

describe('real rules', () => {
  if (examples.length === 0) it.skip(`${FILE} is not here, so its cases are not tried`, () => undefined);
  else
    it.each(examples)('$id $programme: $why', ({ request, expected }) => {
      expect(outcomeOf(request)).toBe(expected);
    });
});
