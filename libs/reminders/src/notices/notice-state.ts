import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { raiseWatermarks } from '../matches/watermark.js';
import type { NoticeKind } from './notice.js';

/** Notices that go with a letter, by their ids. */
export async function bindNotices(em: EntityManager, letterId: string, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  const bound = `update notice set state = 'bound', letter_id = $1, reason = null, updated_at = $3 where id = any ($2::uuid[]) and state = 'planned'`;
  await run(em, bound, [letterId, [...ids], at.toString()]);
}

/** Notices that will not be told, each with its reason; answers how many. */
export async function skipNotices(
  em: EntityManager,
  skipped: readonly { readonly id: string; readonly reason: string }[],
  at: Temporal.Instant,
): Promise<number> {
  if (skipped.length === 0) return 0;
  return run(
    em,
    `update notice set state = 'skipped', reason = s.reason, letter_id = null, updated_at = $2
     from jsonb_to_recordset($1::jsonb) as s (id uuid, reason text) where notice.id = s.id and notice.state in ('planned', 'bound')`,
    [JSON.stringify(skipped), at.toString()],
  );
}

/** The letters have gone, and what they said is known. */
export async function markNoticesSent(
  em: EntityManager,
  sent: readonly { readonly letterId: string; readonly at: Temporal.Instant }[],
): Promise<void> {
  const told = await rows<{ kind: NoticeKind }>(
    em,
    `update notice set state = 'sent', reason = null, sent_at = s.at, updated_at = s.at
     from jsonb_to_recordset($1::jsonb) as s ("letterId" uuid, at timestamptz) where letter_id = s."letterId" and state in ('bound', 'failed')
     returning kind`,
    [JSON.stringify(sent.map(({ letterId, at }) => ({ letterId, at: at.toString() })))],
  );
  if (!told.some(({ kind }) => kind === 'new-matches')) return;
  await raiseWatermarks(
    em,
    sent.map(({ letterId }) => letterId),
  );
}

/** The letter was given up. */
export async function giveUpNotices(em: EntityManager, letterId: string, reason: string, at: Temporal.Instant): Promise<void> {
  const failed = `update notice set state = 'failed', reason = $2, updated_at = $3 where letter_id = $1 and state = 'bound'`;
  await run(em, failed, [letterId, reason, at.toString()]);
}

/** Calls of a letter of new matches that are still there: what is left out was not told, and comes with the next one. */
export async function keepCalls(em: EntityManager, noticeId: string, calls: readonly string[]): Promise<void> {
  await run(em, `update notice set params = jsonb_set(params, '{calls}', $2::jsonb) where id = $1`, [noticeId, JSON.stringify(calls)]);
}
