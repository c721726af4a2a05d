import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RegisterReading } from './register/authority-record.js';

/** Unincorporated areas are remembered, since a mere list of keys need not tell what they are. */
export async function writeLeftOut(em: EntityManager, { leftOut, territoryDate }: RegisterReading): Promise<void> {
  const keys = leftOut.keys ?? [];
  if (keys.length === 0) return;
  await rows(
    em,
    `insert into left_out_key (key, name, register_date) select r.key, r.name, $2::date from jsonb_to_recordset($1::jsonb) as r(key text, name text)
     on conflict (key) do update set name = excluded.name, register_date = excluded.register_date where left_out_key.register_date < excluded.register_date`,
    [JSON.stringify(keys), territoryDate],
  );
}

/** A list of keys and names without those that an earlier register knew to be no authorities. */
export async function withoutLeftOut(em: EntityManager, reading: RegisterReading): Promise<RegisterReading> {
  if (!reading.isNamesOnly) return reading;
  const known = new Set((await rows<{ key: string }>(em, 'select key from left_out_key')).map(({ key }) => key));
  return { ...reading, authorities: reading.authorities.filter(({ key }) => !known.has(key)) };
}
