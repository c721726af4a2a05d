import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

interface Reference {
  table: string;
  column: string;
  /** The columns of each unique key that the reference is part of. */
  keys: string[][];
}

/** What says how an authority was, and stays with it. Figures and facts have rules of their own. */
const STAYS = ['population_figure', 'fact', 'authority_change', 'authority_version'];
/** Where the successor has the same already, nothing is left to keep. */
const ONE_IS_ENOUGH = ['membership', 'stance', 'ended_dismissal', 'lead_choice'];

const REFERENCES = `select c.conrelid::regclass::text as "table", quote_ident(a.attname) as "column",
  coalesce((select jsonb_agg((select jsonb_agg(quote_ident(k.attname)) from pg_attribute k where k.attrelid = i.indrelid and k.attnum = any (i.indkey)))
    from pg_index i where i.indrelid = c.conrelid and i.indisunique and a.attnum = any (i.indkey)), '[]') as keys
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and c.confrelid = 'authority'::regclass and cardinality(c.conkey) = 1 order by 1, 2`;

/** Every table that refers to authorities and whose rows go to a successor: members, feeds, reminders, and whatever comes later. */
export async function handedOver(em: EntityManager): Promise<Reference[]> {
  return (await rows<Reference>(em, REFERENCES)).filter(({ table }) => !STAYS.includes(table));
}

/**
 * Gives the successor what belongs to an authority, found by the foreign keys, so that no lib has to know of the others and no new table is forgotten.
 * What the successor has already (the same reminder, sent to the same person) stays where it is. Answers how many rows of which table went over.
 */
export async function handOver(em: EntityManager, oldId: string, newId: string): Promise<Record<string, number>> {
  const moved: Record<string, number> = {};
  for (const reference of await handedOver(em)) {
    const { table, column } = reference;
    const count = await run(em, `update ${table} t set ${column} = $2 where t.${column} = $1${exceptDoubles(reference)}`, [oldId, newId]);
    if (count > 0) moved[table] = (moved[table] ?? 0) + count;
    if (ONE_IS_ENOUGH.includes(table)) await run(em, `delete from ${table} where ${column} = $1`, [oldId]);
  }
  return moved;
}

function exceptDoubles({ table, column, keys }: Reference): string {
  const same = (key: readonly string[]): string =>
    key
      .filter((part) => part !== column)
      .map((part) => ` and o.${part} is not distinct from t.${part}`)
      .join('');
  return keys.map((key) => ` and not exists (select from ${table} o where o.${column} = $2${same(key)})`).join('');
}
