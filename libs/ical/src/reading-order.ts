interface Ordered {
  readonly uid: string;
  readonly order: string;
}

/** By start, then by uid, in code units: the order of the caller's rows must not change the bytes. A RangeError when a uid stands twice. */
export function inReadingOrder<Block extends Ordered>(blocks: readonly Block[]): Block[] {
  refuseTwins(blocks);
  return blocks.toSorted((one, other) => (one.order < other.order ? -1 : 1));
}

/** Of two entries with one uid, programs show only the last. */
function refuseTwins(blocks: readonly Ordered[]): void {
  const seen = new Set<string>();
  for (const { uid } of blocks) {
    if (seen.has(uid)) throw new RangeError(`Two entries have the uid ${uid}`);
    seen.add(uid);
  }
}
