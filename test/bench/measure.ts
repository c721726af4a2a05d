import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Contender {
  work(): unknown;
  /** How often in a round, so that short work is not lost in the clock's steps. */
  readonly repeats?: number;
}

/**
 * Milliseconds that this process has computed, collecting garbage included. The wall clock would count whatever else a busy machine does,
 * and would count it most against what takes longest.
 */
export function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Medians in milliseconds of computing. Contenders take turns, so that whatever else the machine does meets them all. */
export async function compare<Name extends string>(rounds: number, contenders: Record<Name, Contender>): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const time = await millisecondsOf(contenders[name]);
      if (round > 0) times[name].push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

async function millisecondsOf({ work, repeats = 1 }: Contender): Promise<number> {
  const start = computed();
  for (let i = 0; i < repeats; i++) {
    const answer = work();
    if (answer instanceof Promise) await answer;
  }
  return (computed() - start) / repeats;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What stays in memory of what `make` makes, heap and typed arrays together, in bytes. Made twice: the first time pays for code. */
export function bytesOf<Made>(make: () => Made): number {
  let kept: Made | undefined = make();
  kept = undefined;
  const before = bytesInUse();
  kept = make();
  const bytes = bytesInUse() - before;
  if (kept === undefined) throw new Error('nothing was made');
  return bytes;
}

function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
