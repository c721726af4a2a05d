import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What of a letter, for these authorities, reached nobody, though the rest of it was read: it is planned again and comes with another letter. The
 * same one, with other words, would be taken for the one that is there already.
 */
export async function reopenUnread(
  em: EntityManager,
  letterId: string,
  authorityIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  for (const table of ['reminder', 'notice']) {
    await run(
      em,
      `update ${table} set state = 'planned', letter_id = null, updated_at = $3 where letter_id = $1 and authority_id = any ($2::uuid[]) and state = 'bound'`,
      [letterId, [...authorityIds], at.toString()],
    );
  }
}
