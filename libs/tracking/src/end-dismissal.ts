import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { StanceRow } from './stances.query.js';

/** Keeps when a dismissal was taken back or became a follow. */
export async function endDismissal(em: EntityManager, { personId, authorityId, callId }: StanceRow, at: Temporal.Instant): Promise<void> {
  await run(
    em,
    `insert into ended_dismissal (person_id, authority_id, call_id, ended_at) values ($1, $2, $3, $4)
     on conflict (person_id, authority_id, call_id) do update set ended_at = excluded.ended_at`,
    [personId, authorityId, callId, at.toString()],
  );
}
