import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Stands before the sources of a sum that we made, so that everybody sees that no register says it. */
export const SUM_SOURCE = 'Summe der Vorgänger';

/** The same authority under another key keeps its series. */
export async function copyFigures(em: EntityManager, oldId: string, newId: string): Promise<void> {
  await rows(
    em,
    `insert into population_figure (authority_id, as_of, value, source)
     select $2, as_of, value, source from population_figure where authority_id = $1 on conflict do nothing`,
    [oldId, newId],
  );
}

/**
 * A merged authority of which no register has a figure yet gets the sum of its predecessors, for each date of which all of them have one, once no
 * predecessor is open any more. An authority that was there before has figures of its own, without those who joined it: nothing is added up then.
 */
export async function sumFigures(em: EntityManager, newId: string): Promise<number> {
  return run(
    em,
    `with predecessor as (
       select distinct old_authority_id as id from authority_change where new_authority_id = $1 and kind = 'merged' and state = 'confirmed'
     )
     insert into population_figure (authority_id, as_of, value, source)
     select $1, f.as_of, sum(f.value)::int, $2 || ': ' || string_agg(distinct f.source, '; ')
     from predecessor p join population_figure f on f.authority_id = p.id
     where not exists (select from authority_change where new_authority_id = $1 and state = 'proposed')
       and not exists (select from population_figure own where own.authority_id = $1 and own.source not like $2 || '%')
     group by f.as_of having count(*) = (select count(*) from predecessor)
     on conflict (authority_id, as_of) do update set value = excluded.value, source = excluded.source`,
    [newId, SUM_SOURCE],
  );
}
