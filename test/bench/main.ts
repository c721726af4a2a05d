import { allPairs } from './all-pairs.js';
import { changes } from './changes.js';
import { misses } from './feeds/misses.js';
import { polls } from './feeds/polls.js';
import { letters } from './letters/letters.js';
import { memory } from './memory.js';
import { oneAuthority } from './one-authority.js';
import { oneCall } from './one-call.js';
import { planning } from './reminders/planning.js';
import { finish, print } from './report.js';
import { worldOf } from './world.js';

/**
 * How much faster the indexes are than asking rule by rule: ratios of one run, so that the machine does not matter; contenders take
 * turns, medians count. The first world is judged, the larger ones are printed.
 */
const SEED = 20140725;

async function judged(): Promise<void> {
  const world = worldOf(11_400, 2_500, SEED);
  title(11_400, 2_500, world.calls);
  await oneCall(world, { rounds: 7, repeats: 500, isJudged: true });
  await oneAuthority(world, 11, { target: 20, floor: 10, atLeast: true, unit: '×' });
  allPairs(world, { rounds: 15, seconds: 30 }, { target: 5, floor: 10, atLeast: false, unit: '×' });
  memory(world, { target: 1, floor: 4, atLeast: false, unit: ' MB' });
  await changes(world, 5);
}

async function printed(authorities: number, calls: number): Promise<void> {
  const world = worldOf(authorities, calls, SEED);
  title(authorities, calls, world.calls);
  await oneCall(world, { rounds: 3, repeats: 20, isJudged: false });
  await oneAuthority(world, 3);
  allPairs(world, { rounds: 20, seconds: 10 });
  memory(world);
}

function title(authorities: number, calls: number, made: readonly { readonly rule: unknown }[]): void {
  const distinct = new Set(made.map(({ rule }) => JSON.stringify(rule))).size;
  print(
    `\n${authorities.toLocaleString('en')} authorities × ${calls.toLocaleString('en')} calls (${distinct} different rules), seed ${SEED}`,
  );
}

await judged();
await misses();
await polls();
await planning();
await letters(3);
await printed(100_000, 10_000);
await printed(1_000_000, 2_500);
finish();
