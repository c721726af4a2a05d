import { outcomeFor } from '@app/eligibility/evaluate.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import { compare } from './measure.js';
import { type Goal, inWords, judge, print } from './report.js';
import type { World } from './world.js';

/** Authorities asked in turn, spread over the register. */
const ASKED = 50;

/** The outcome of every call for one authority. */
export async function oneAuthority({ applicants, calls, byRule }: World, rounds: number, goal?: Goal): Promise<void> {
  const asked = Array.from({ length: ASKED }, (_, i) => applicants[Math.floor((i * applicants.length) / ASKED)]!);
  let turn = 0;
  const next = () => asked[turn++ % ASKED]!;
  const index = (applicant = next()): Outcome[] => {
    const outcome = byRule.outcomes(applicant);
    return calls.map(({ ordinal }) => outcome(ordinal));
  };
  const evaluator = (applicant = next()): Outcome[] => calls.map(({ rule }) => outcomeFor(rule, applicant));
  for (const each of asked.slice(0, 10)) if (String(index(each)) !== String(evaluator(each))) throw new Error('index and evaluator differ');

  const timed = await compare(rounds, {
    index: { work: () => index(), repeats: ASKED },
    evaluator: { work: () => evaluator(), repeats: 5 },
  });
  print(`one authority × all calls, outcomes (${ASKED} authorities in turn)`);
  print(`  index ${inWords(timed.index)}, evaluator loop ${inWords(timed.evaluator)}`);
  judge('index against the evaluator loop', timed.evaluator / timed.index, goal);
}
