import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

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

/** The letters have gone. */
export async function markNoticesSent(
  em: EntityManager,
  sent: readonly { readonly letterId: string; readonly at: Temporal.Instant }[],
): Promise<void> {
  await run(
    em,
    `update notice set state = 'sent', reason = null, sent_at = s.at, updated_at = s.at
     from jsonb_to_recordset($1::jsonb) as s ("letterId" uuid, at timestamptz) where letter_id = s."letterId" and state in ('bound', 'failed')`,
    [JSON.stringify(sent.map(({ letterId, at }) => ({ letterId, at: at.toString() })))],
  );
}

/** The letter was given up. */
export async function giveUpNotices(em: EntityManager, letterId: string, reason: string, at: Temporal.Instant): Promise<void> {
  const failed = `update notice set state = 'failed', reason = $2, updated_at = $3 where letter_id = $1 and state = 'bound'`;
  await run(em, failed, [letterId, reason, at.toString()]);
}
