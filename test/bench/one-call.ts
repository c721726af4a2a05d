import { outcomeFor } from '@app/eligibility/evaluate.js';
import { engineLoop } from './engine-loop.js';
import { compare } from './measure.js';
import { inWords, judge, print } from './report.js';
import { MODELLKOMMUNE } from './synthetic-calls.js';
import type { World } from './world.js';

/** Who is eligible for one call: as ordinals ("ids") and as a number ("count"). */
export async function oneCall({ applicants, byApplicant }: World, options: { rounds: number; repeats: number; isJudged: boolean }) {
  const ids = () => byApplicant.eligible(MODELLKOMMUNE).ordinals();
  const count = () => byApplicant.eligible(MODELLKOMMUNE).count();
  const evaluator = () => ordinalsOfLoop();
  const engine = engineLoop(applicants);
  function ordinalsOfLoop(): number[] {
    const eligible: number[] = [];
    for (let ordinal = 0; ordinal < applicants.length; ordinal++) {
      if (outcomeFor(MODELLKOMMUNE, applicants[ordinal]!) === 'eligible') eligible.push(ordinal);
    }
    return eligible;
  }
  const answers = [String(ids()), String(evaluator()), ...(options.isJudged ? [String(await engine())] : [])];
  if (new Set(answers).size !== 1 || count() !== ids().length) throw new Error('index, evaluator and json-rules-engine do not agree');

  const { repeats } = options;
  const timed = await compare(options.rounds, {
    ids: { work: ids, repeats },
    count: { work: count, repeats },
    evaluator: { work: evaluator },
    engine: { work: options.isJudged ? engine : () => undefined },
  });
  print(`one call (Modellkommune) × all authorities, ${((count() / applicants.length) * 100).toFixed(1)} % eligible`);
  print(`  ids ${inWords(timed.ids)}, count ${inWords(timed.count)}, evaluator loop ${inWords(timed.evaluator)}`);
  const goal = (target: number, floor: number) => (options.isJudged ? { target, floor, atLeast: true, unit: '×' } : undefined);
  judge('ids against the evaluator loop', timed.evaluator / timed.ids, goal(8, 5));
  judge('count against the evaluator loop', timed.evaluator / timed.count, goal(80, 40));
  if (!options.isJudged) return;
  print(`  json-rules-engine loop ${inWords(timed.engine)}`);
  judge('ids against json-rules-engine', timed.engine / timed.ids, goal(15_000, 5_000));
  judge('count against json-rules-engine', timed.engine / timed.count, goal(15_000, 5_000));
}
