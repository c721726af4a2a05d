import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What became of an authority that has ended. */
export interface SuccessionOf {
  /** Its last day. */
  readonly lastDay: string;
  /** Those who follow it: none where nobody does, several after a split. */
  readonly successors: readonly { readonly key: string; readonly name: string }[];
}

/** Undefined for a key that nobody ever had and for an authority that has not ended by that day. */
export function successionOf(em: EntityManager, key: string, day: string): Promise<SuccessionOf | undefined> {
  return row<SuccessionOf>(
    em,
    `select a.valid_to::text as "lastDay", coalesce((select jsonb_agg(jsonb_build_object('key', n.key, 'name', n.name) order by n.key)
       from authority_change c join authority n on n.id = c.new_authority_id where c.old_authority_id = a.id and c.state = 'confirmed'
         and n.id <> a.id), '[]') as successors
     from authority a where a.key = $1 and a.valid_to < $2::date`,
    [key, day],
  );
}
