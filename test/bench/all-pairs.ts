import { median } from './measure.js';
import { type Goal, inWords, judge, print } from './report.js';
import type { World } from './world.js';

/** Ids are written and copied in stretches of about this many, beyond any cache; 11,400 authorities × 2,500 calls are one stretch. */
const STRETCH = 16 * 2 ** 20;

interface Stretch {
  readonly calls: number;
  readonly ids: number;
  readonly writing: number;
  readonly copying: number;
}

/**
 * Who is eligible for every call, as ordinals one behind the other in memory that is there already, against copying the same ordinals
 * to other such memory. No more stretches than `seconds` allow are tried.
 */
export function allPairs(world: World, options: { rounds: number; seconds: number }, goal?: Goal): void {
  const { applicants, calls } = world;
  const run = stretchesOf(world);
  const rounds: Stretch[] = [];
  const end = performance.now() + options.seconds * 1_000;
  let at = 0;
  run(0);
  for (let round = 0; round < options.rounds && performance.now() < end; round++) {
    const stretch = run(at);
    rounds.push(stretch);
    at = (at + stretch.calls) % calls.length;
  }
  const pairs = rounds.reduce((sum, stretch) => sum + stretch.calls, 0) * applicants.length;
  const ids = rounds.reduce((sum, stretch) => sum + stretch.ids, 0);
  const perId = (kind: 'writing' | 'copying') => median(rounds.map((stretch) => stretch[kind] / stretch.ids));
  const width = applicants.length <= 65_536 ? 2 : 4;
  print(
    `all pairs as ids of ${width} bytes, ${((ids / pairs) * 100).toFixed(1)} % eligible, ${rounds.length} stretches of ${rounds[0]!.calls} calls`,
  );
  const all = (ids / pairs) * applicants.length * calls.length;
  print(`  index ${inWords(perId('writing') * all)}, memcpy ${inWords(perId('copying') * all)} for all ${calls.length} calls`);
  judge('index against memcpy', median(rounds.map(({ writing, copying }) => writing / copying)), goal);
}

function stretchesOf({ applicants, calls, byApplicant }: World): (from: number) => Stretch {
  const room = STRETCH + applicants.length;
  const [written, copied] =
    applicants.length <= 65_536 ? [new Uint16Array(room), new Uint16Array(room)] : [new Uint32Array(room), new Uint32Array(room)];
  return (from) => {
    const start = performance.now();
    let [call, ids] = [from, 0];
    for (; call < calls.length && ids < STRETCH; call++) ids = byApplicant.eligible(calls[call]!.rule).writeOrdinals(written, ids);
    const middle = performance.now();
    copied.set(written.subarray(0, ids));
    return { calls: call - from, ids, writing: middle - start, copying: performance.now() - middle };
  };
}
