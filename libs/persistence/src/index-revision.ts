import type { EntityManager } from '@mikro-orm/postgresql';
import { noteChange } from './local-change.js';
import { row, rows } from './sql.js';

/** The channel on which servers hear that the index has something to catch up on. */
export const INDEX_CHANNEL = 'foerdertakt_index';

/**
 * To be called last in a transaction that changes what matching depends on: raises the one row (a sequence would have gaps; the row's lock
 * makes revisions visible in their order) and answers the new revision, with which the changed rows are stamped.
 */
export async function raiseIndexRevision(em: EntityManager): Promise<bigint> {
  noteChange(em);
  const raised = await row<{ revision: string }>(em, 'update index_revision set revision = revision + 1 where id = 1 returning revision');
  await rows(em, 'select pg_notify($1, $2)', [INDEX_CHANNEL, raised!.revision]);
  return BigInt(raised!.revision);
}

export async function currentIndexRevision(em: EntityManager): Promise<bigint> {
  const current = await row<{ revision: string }>(em, 'select revision from index_revision where id = 1');
  return BigInt(current!.revision);
}
