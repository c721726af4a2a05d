import type { Jobs } from '@app/persistence/jobs.js';
import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { pauseAfter } from '../back-off.js';
import { markFailed, markSent, postponeLetter } from '../letter-state.js';
import { unread } from './copy.js';
import { addCopies, inTurn, lockLetter, readCopies, type StoredCopy } from './copy-state.js';
import { reopenUnread } from './reopen-unread.js';

export interface Settling {
  readonly letterId: string;
  /** Known when a copy has just been written. */
  readonly subject: string;
  readonly at: Temporal.Instant;
}

/**
 * After something has become of a copy, in the same transaction: the next one is tried at once, after a round in which nobody took it the
 * letter waits, and when nothing waits any more the letter is over: sent, if anybody got it.
 */
export async function settleLetter(em: EntityManager, jobs: Jobs, { letterId, subject, at }: Settling): Promise<void> {
  const letter = await lockLetter(em, letterId);
  if (!letter) return;
  const { personId, email, refusals } = letter;
  const copies = await readCopies(em, letterId);
  const authorityIds = unread(copies);
  const toPerson = { personId, address: email, deputy: false, absentUntil: null, authorityIds };
  const added = authorityIds.length > 0 ? await addCopies(em, letterId, [toPerson], refusals) : [];
  const [next] = inTurn([...added, ...copies]).filter(({ state }) => state === 'waiting');
  if (!next) return endLetter(em, copies, { letterId, subject, at });
  const pause = pauseAfter(refusals + 1);
  if (next.refusals > refusals && pause !== undefined) {
    return postponeLetter(em, jobs, { letterId, reason: next.response ?? '', at, refusals }, pause);
  }
  await run(em, 'update letter set claimed_at = null, tried_at = $2 where id = $1', [letterId, at.toString()]);
  await jobs.enqueue(em, 'send-letter', { letterId, refusals });
}

/** No copy waits any more. */
export async function endLetter(em: EntityManager, copies: readonly StoredCopy[], { letterId, subject, at }: Settling): Promise<void> {
  const sent = copies.find(({ state }) => state === 'sent');
  if (sent) {
    const authorityIds = unread(copies).filter((id) => !isRefusedByPerson(copies, id));
    if (authorityIds.length > 0) await reopenUnread(em, letterId, authorityIds, at);
    return markSent(em, { letterId, subject, response: sent.response ?? '', at });
  }
  const failed = copies.find(({ state }) => state === 'failed');
  await markFailed(em, { letterId, reason: failed?.response ?? 'no-recipient', at });
}

function isRefusedByPerson(copies: readonly StoredCopy[], authorityId: string): boolean {
  return copies.some(({ state, deputy, authorityIds }) => state === 'failed' && !deputy && authorityIds.includes(authorityId));
}
