import { DomainError } from '@app/kernel/domain-error.js';
import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Ids of the authorities with these keys, each once. Throws 'unknown-authority' with a pointer to every key that is not in the register. */
export async function authorityIdsOf(em: EntityManager, keys: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string; key: string }>(em, 'select id, key from authority where key = any($1)', [[...keys]]);
  const ids = new Map(found.map((authority) => [authority.key, authority.id]));
  const faults = keys.flatMap((key, at) =>
    ids.has(key) ? [] : [{ pointer: `/authorities/${at}`, code: 'unknown-authority', params: { key } }],
  );
  if (faults.length > 0) throw new DomainError('unknown-authority', { key: String(faults[0]!.params.key) }, faults);
  return [...ids.values()];
}

/** Makes the person a member of exactly these; memberships that stay keep the day they began. */
export async function setMemberships(
  em: EntityManager,
  personId: string,
  authorityIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await run(em, 'delete from membership where person_id = $1 and authority_id <> all ($2::uuid[])', [personId, [...authorityIds]]);
  await run(
    em,
    'insert into membership (person_id, authority_id, since) select $1, unnest($2::uuid[]), $3 on conflict (person_id, authority_id) do nothing',
    [personId, [...authorityIds], at.toString()],
  );
}
