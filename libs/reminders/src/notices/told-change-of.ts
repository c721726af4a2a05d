import type { CallVersion } from '@app/funding/read-versions.query.js';
import type { ToldChange } from '../letters/told.js';
import type { NoticeSurroundings } from './notice-surroundings.js';
import type { NoticeRow } from './notices.query.js';
import { tellableDifferences } from './version-changes.js';

type Change = Pick<ToldChange, 'difference' | 'reason' | 'jumped' | 'unit'>;

/**
 * What a notice of a moved deadline says. Where the deadline moved again before the reader heard of it, the later notice speaks for both: from
 * what they know to what holds. 'superseded': a later one does so; 'undone': what they know holds again.
 */
export function changeOf(notice: NoticeRow, { versions, history }: NoticeSurroundings): Change | 'superseded' | 'undone' {
  const { version, deadlineId, jumped, unit } = paramsOf(notice);
  const ofDeadline = history.filter(
    (other) =>
      other.kind === notice.kind &&
      other.callId === notice.callId &&
      other.authorityId === notice.authorityId &&
      paramsOf(other).deadlineId === deadlineId,
  );
  if (ofDeadline.some((other) => paramsOf(other).version > version && isOpen(other))) return 'superseded';
  const known = Math.max(
    0,
    ...ofDeadline.filter(({ state, id }) => state === 'sent' && id !== notice.id).map((other) => paramsOf(other).version),
  );
  const unheard = ofDeadline.map((other) => paramsOf(other).version).filter((other) => other > known && other <= version);
  const all = versions.get(notice.callId!) ?? [];
  const before = versionBefore(all, Math.min(version, ...unheard));
  const after = all.find((each) => each.version === version);
  if (!before || !after) return 'undone';
  const difference = tellableDifferences(before, after).find((each) => (each.after ?? each.before)!.deadline.id === deadlineId);
  return difference ? { difference, reason: after.reason, jumped, unit } : 'undone';
}

function isOpen({ state }: NoticeRow): boolean {
  return state === 'planned' || state === 'bound';
}

function versionBefore(versions: readonly CallVersion[], version: number): CallVersion | undefined {
  return versions.filter((each) => each.version < version).toSorted((one, other) => other.version - one.version)[0];
}

function paramsOf({ params }: NoticeRow): { version: number; deadlineId: string; jumped: readonly number[]; unit: string } {
  return params as ReturnType<typeof paramsOf>;
}
