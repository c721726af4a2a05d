import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Of two facts of one name the newer one counts: by its date, else by when it was entered. */
const NEWER = '(o.as_of, o.updated_at) > (n.as_of, n.updated_at) or (o.as_of is not null and n.as_of is null)';

/** Facts go to the successor; where both have one of the same name, the newer is kept. Answers the names of those that both had. */
export async function handOverFacts(em: EntityManager, oldId: string, newId: string): Promise<{ moved: number; conflicts: string[] }> {
  const conflicts = await rows<{ name: string; isNewer: boolean }>(
    em,
    `select o.name, coalesce(${NEWER}, o.as_of is null and n.as_of is null and o.updated_at > n.updated_at) as "isNewer"
     from fact o join fact n on n.name = o.name and n.authority_id = $2 where o.authority_id = $1 order by o.name`,
    [oldId, newId],
  );
  const replaced = conflicts.filter(({ isNewer }) => isNewer).map(({ name }) => name);
  await run(em, 'delete from fact where authority_id = $1 and name = any ($2)', [newId, replaced]);
  const moved = await run(
    em,
    `update fact t set authority_id = $2 where t.authority_id = $1
       and not exists (select from fact n where n.authority_id = $2 and n.name = t.name)`,
    [oldId, newId],
  );
  return { moved, conflicts: conflicts.map(({ name }) => name) };
}
