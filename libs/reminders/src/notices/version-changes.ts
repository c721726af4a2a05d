import type { StatedDeadline } from '@app/funding/call-deadline.js';
import { type DeadlineDifference, deadlineDifferences } from '@app/funding/deadline-differences.js';
import type { CallVersion } from '@app/funding/read-versions.query.js';

/** What a version did to one deadline. */
export interface VersionChange {
  readonly version: CallVersion;
  readonly deadlineId: string;
  readonly difference: DeadlineDifference;
}

/** What each published version changed against the one before it, the oldest first. */
export function changesOfVersions(versions: readonly CallVersion[]): VersionChange[] {
  const sorted = versions.toSorted((one, other) => one.version - other.version);
  return sorted.slice(1).flatMap((version, index) =>
    tellableDifferences(sorted[index]!, version).map((difference) => ({
      version,
      deadlineId: (difference.after ?? difference.before)!.deadline.id!,
      difference,
    })),
  );
}

/** Those that somebody who follows the call has to hear of; both states are reckoned when the later one was made. */
export function tellableDifferences(before: CallVersion, after: CallVersion): DeadlineDifference[] {
  return deadlineDifferences(deadlinesOf(before), deadlinesOf(after), after.changedAt).filter(isTellable);
}

function deadlinesOf({ document }: CallVersion): readonly StatedDeadline[] {
  return (document as { deadlines: readonly StatedDeadline[] }).deadlines;
}

/** What was over stays over, and another channel or effect moves nothing. */
function isTellable({ step, before, after }: DeadlineDifference): boolean {
  const isOver = (at: typeof before) => at === undefined || at.state.status === 'closed';
  if (isOver(before) && isOver(after)) return false;
  return step !== 'changed' || before?.state.closesAt?.toString() !== after?.state.closesAt?.toString();
}
