import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WORKING_ADDRESSES } from '../addresses/letter-addresses.query.js';
import type { CoveredDays } from '../reach.js';

interface Covered extends CoveredDays {
  readonly personId: string;
  readonly authorityId: string;
}

/** When these people are away and a deputy gets their letters (see planCopies): who acts there, wants letters, can be reached, and is not away as well. */
export async function readCoveredDays(em: EntityManager, personIds: readonly string[]): Promise<Covered[]> {
  if (personIds.length === 0) return [];
  return rows<Covered>(
    em,
    `select b.person_id as "personId", b.authority_id as "authorityId", lower(there.days)::text as "from", (upper(there.days) - 1)::text as until
     from absence b join person p on p.id = b.deputy_id
       cross join lateral unnest(datemultirange(daterange(b.from_day, b.until_day, '[]')) - coalesce(
         (select range_agg(daterange(o.from_day, o.until_day, '[]')) from absence o where o.person_id = p.id and o.authority_id = b.authority_id),
         '{}')) as there (days)
     where b.person_id = any ($1::uuid[]) and p.roles && '{staff,admin}'
       and exists (select from membership m where m.person_id = p.id and m.authority_id = b.authority_id)
       and not exists (select from reminder_preference c where c.person_id = p.id and c.stopped_at is not null) and exists (${WORKING_ADDRESSES})
     order by 3`,
    [[...personIds]],
  );
}
