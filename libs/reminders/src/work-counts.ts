/** What a run of background work did, as it is logged and stored. */
export interface WorkCounts {
  readonly seen: number;
  readonly changed: number;
  readonly skipped: number;
  readonly failed: number;
}

export const NO_WORK: WorkCounts = { seen: 0, changed: 0, skipped: 0, failed: 0 };

export function addCounts(one: WorkCounts, other: WorkCounts): WorkCounts {
  return {
    seen: one.seen + other.seen,
    changed: one.changed + other.changed,
    skipped: one.skipped + other.skipped,
    failed: one.failed + other.failed,
  };
}
