import { computed, median } from './measure.js';
import { type Goal, inWords, judge, print } from './report.js';
import type { World } from './world.js';

/** As many ids are written before they are copied, beyond any cache; 11,400 authorities × 2,500 calls are one stretch. */
const STRETCH = 16 * 2 ** 20;
/** Timed in pieces of about a millisecond: a longer one is more often interrupted by what else the machine does. */
const PIECE = 2 ** 18;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly calls: number;
  readonly writing: number;
}

/**
 * Who is eligible for every call, as ordinals one behind the other in memory that is there already, against copying the same ordinals
 * to other such memory. At most about as long as `seconds` allow.
 */
export function allPairs(world: World, options: { rounds: number; seconds: number }, goal?: Goal): void {
  const { applicants, calls } = world;
  const room = STRETCH + applicants.length + PIECE;
  const [written, copied] =
    applicants.length <= 65_536 ? [new Uint16Array(room), new Uint16Array(room)] : [new Uint32Array(room), new Uint32Array(room)];
  const timed: (Piece & { readonly copying: number })[] = [];
  const end = performance.now() + options.seconds * 1_000;
  let call = 0;
  for (let round = 0; round <= options.rounds && performance.now() < end; round++) {
    const pieces = stretchFrom(call, world, written);
    call = (call + pieces.reduce((sum, piece) => sum + piece.calls, 0)) % calls.length;
    const copies = pieces.map((piece) => ({ ...piece, copying: timeOfCopying(written, copied, piece) }));
    // The first stretch warms up.
    if (round > 0) timed.push(...copies);
  }
  const sum = (of: (piece: Piece) => number) => timed.reduce((all, piece) => all + of(piece), 0);
  const density = sum((piece) => piece.to - piece.from) / (sum((piece) => piece.calls) * applicants.length);
  const perId = (kind: 'writing' | 'copying') => median(timed.map((piece) => piece[kind] / (piece.to - piece.from)));
  const ids = density * applicants.length * calls.length;
  print(
    `all pairs as ids of ${written.BYTES_PER_ELEMENT} bytes, ${(density * 100).toFixed(1)} % eligible, ${timed.length} pieces of about ${PIECE} ids`,
  );
  print(`  index ${inWords(perId('writing') * ids)}, memcpy ${inWords(perId('copying') * ids)} for all ${calls.length} calls`);
  judge('index against memcpy', perId('writing') / perId('copying'), goal);
}

/** Writes pieces until the stretch is full or the calls are at an end. */
function stretchFrom(first: number, { calls, byApplicant, byRule }: World, target: Uint16Array | Uint32Array): Piece[] {
  const pieces: Piece[] = [];
  let [call, at] = [first, 0];
  const pairs = byRule.eligiblePairs(byApplicant);
  while (call < calls.length && at < STRETCH) {
    const [from, before, start] = [at, call, computed()];
    for (; call < calls.length && at < from + PIECE; call++) at = pairs.write(calls[call]!.ordinal, target, at);
    pieces.push({ from, to: at, calls: call - before, writing: computed() - start });
  }
  return pieces.filter(({ from, to }) => to > from);
}

function timeOfCopying(source: Uint16Array | Uint32Array, target: Uint16Array | Uint32Array, { from, to }: Piece): number {
  const start = computed();
  target.set(source.subarray(from, to), from);
  return computed() - start;
}
