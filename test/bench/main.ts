import type { Criterion } from '@app/eligibility/criterion.js';
import { outcomeFor } from '@app/eligibility/evaluate.js';
import { ApplicantIndex } from '@app/eligibility/index/applicant-index.js';
import type { Bitset } from '@app/eligibility/index/bitset.js';
import { engineLoop } from './engine-loop.js';
import { COUNT, syntheticAuthorities } from './synthetic-authorities.js';

/** One call against all authorities: ids and number of those who are eligible. Ratios of one run, so that the machine does not matter. */
const SEED = 20140725;
const ROUNDS = 7;
const INDEX_REPEATS = 500;
const FLOORS = { evaluator: 5, engine: 5_000 };

/** Modellkommune E-Government: towns up to 300,000 inhabitants and every county. */
const rule: Criterion = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
    { applicantType: { in: ['county'] } },
  ],
};

const applicants = syntheticAuthorities(SEED);
const index = ApplicantIndex.build(applicants.map((applicant, ordinal) => ({ ordinal, applicant })));

function askIndex(): { ids: ReturnType<Bitset['ordinals']>; count: number } {
  const { eligible } = index.outcomes(rule);
  return { ids: eligible.ordinals(), count: eligible.count() };
}

function askEvaluator(): number[] {
  const eligible: number[] = [];
  for (let ordinal = 0; ordinal < applicants.length; ordinal++) {
    if (outcomeFor(rule, applicants[ordinal]!) === 'eligible') eligible.push(ordinal);
  }
  return eligible;
}

const askEngine = engineLoop(applicants);

async function millisecondsOf(work: () => unknown, repeats = 1): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) {
    const answer = work();
    if (answer instanceof Promise) await answer;
  }
  return (performance.now() - start) / repeats;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function expectAgreement(): Promise<number> {
  const { ids, count } = askIndex();
  const answers = [String([...ids]), String(askEvaluator()), String(await askEngine())];
  if (new Set(answers).size !== 1 || count !== ids.length) throw new Error('index, evaluator and json-rules-engine do not agree');
  return count;
}

function judge(name: string, ratio: number, floor: number): boolean {
  print(
    `index against ${name}: ${Math.round(ratio).toLocaleString('en')}× (floor ${floor.toLocaleString('en')}×)${ratio < floor ? '  MISSED' : ''}`,
  );
  return ratio >= floor;
}

const count = await expectAgreement();
print(
  `one call × ${COUNT} authorities, seed ${SEED}, ${((count / COUNT) * 100).toFixed(1)} % eligible, ${ROUNDS} interleaved rounds, medians`,
);

const times = { index: [] as number[], evaluator: [] as number[], engine: [] as number[] };
await millisecondsOf(askIndex, INDEX_REPEATS);
for (let round = 0; round < ROUNDS; round++) {
  times.index.push(await millisecondsOf(askIndex, INDEX_REPEATS));
  times.evaluator.push(await millisecondsOf(askEvaluator));
  times.engine.push(await millisecondsOf(askEngine));
}

const [ofIndex, ofEvaluator, ofEngine] = [median(times.index), median(times.evaluator), median(times.engine)];
print(
  `index ${(ofIndex * 1_000).toFixed(1)} µs, evaluator loop ${ofEvaluator.toFixed(2)} ms, json-rules-engine loop ${ofEngine.toFixed(0)} ms`,
);
const kept = [
  judge('the evaluator loop', ofEvaluator / ofIndex, FLOORS.evaluator),
  judge('json-rules-engine', ofEngine / ofIndex, FLOORS.engine),
];
if (kept.includes(false)) process.exitCode = 1;
