import type { NoticeKind } from './notice.js';
import type { NoticeSurroundings } from './notice-surroundings.js';
import type { NoticeRow } from './notices.query.js';

const OUTCOMES: readonly NoticeKind[] = ['now-eligible', 'no-longer-eligible'];

/** Whether an authority that crossed a line is back where the reader knows it: it crossed the other way first, and nobody heard of that. */
export function isUndone(notice: NoticeRow, { history }: NoticeSurroundings): boolean {
  if (!OUTCOMES.includes(notice.kind)) return false;
  const shifts = history
    .filter(({ kind, callId, authorityId }) => OUTCOMES.includes(kind) && callId === notice.callId && authorityId === notice.authorityId)
    .toSorted((one, other) => Number(revisionOf(one) - revisionOf(other)));
  const heard = shifts.findLastIndex(({ state }) => state === 'sent');
  const first = shifts[heard + 1];
  return first !== undefined && first.kind !== notice.kind;
}

function revisionOf({ subject }: NoticeRow): bigint {
  return BigInt(subject.split(':').at(-1)!);
}
