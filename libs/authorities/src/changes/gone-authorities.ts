import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { WriteContext } from '../write-authorities.js';

/** Whoever the register no longer knows stays until somebody has said who follows; nothing is deleted. */
export async function markGone(em: EntityManager, keys: readonly string[], context: WriteContext): Promise<void> {
  if (keys.length === 0) return;
  await run(
    em,
    'update authority set gone_on = $2::date, revision = $3, version = version + 1, updated_at = $4::timestamptz where key = any ($1)',
    [[...keys], context.reading.territoryDate, context.revision.toString(), context.at.toString()],
  );
}

/** Who is back in the register needs no successor: what was proposed is no longer open. */
export async function withdrawProposals(em: EntityManager, { at }: WriteContext): Promise<void> {
  await run(
    em,
    `update authority_change c set state = 'rejected', version = c.version + 1, updated_at = $1::timestamptz
     from authority a where a.id = c.old_authority_id and c.state = 'proposed' and a.gone_on is null`,
    [at.toString()],
  );
}
