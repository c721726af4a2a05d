import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Somebody who is away today, and who stands in for them with one authority. */
export interface StandIn {
  readonly personId: string;
  readonly authorityId: string;
  readonly until: string;
  readonly alsoToMe: boolean;
  readonly deputyId: string;
  /** The deputy acts for the authority still. */
  readonly deputyActs: boolean;
  /** The deputy is away from it today, too. */
  readonly deputyIsAbsent: boolean;
}

/** Of these people; today is the day at `now` where the authority lies. */
export function readStandIns(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<StandIn[]> {
  return rows<StandIn>(
    em,
    `with today as (select b.*, ($2::timestamptz at time zone a.zone)::date as day from absence b join authority a on a.id = b.authority_id)
     select t.person_id as "personId", t.authority_id as "authorityId", t.until_day::text as until, t.also_to_me as "alsoToMe", t.deputy_id as "deputyId",
       exists (select from membership m join person d on d.id = m.person_id
         where m.person_id = t.deputy_id and m.authority_id = t.authority_id and d.roles && '{staff,admin}') as "deputyActs",
       exists (select from absence o where o.person_id = t.deputy_id and o.authority_id = t.authority_id and t.day between o.from_day and o.until_day)
         as "deputyIsAbsent"
     from today t where t.person_id = any ($1::uuid[]) and t.day between t.from_day and t.until_day`,
    [[...personIds], now.toString()],
  );
}
