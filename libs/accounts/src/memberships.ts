import { dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Ids of the authorities with these keys, each once. Throws 'unknown-authority' with a pointer to every key that is not in the register,
 * or has ended and the person is not a member of it already.
 */
export async function authorityIdsOf(
  em: EntityManager,
  keys: readonly string[],
  { personId, at }: { readonly personId: string; readonly at: Temporal.Instant },
): Promise<string[]> {
  const found = await rows<{ id: string; key: string }>(
    em,
    `select a.id, a.key from authority a where a.key = any($1) and (a.valid_to is null or a.valid_to >= $2::date
       or exists (select from membership m where m.authority_id = a.id and m.person_id = $3))`,
    [[...keys], dayAt(at, HOME_ZONE).toString(), personId],
  );
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
