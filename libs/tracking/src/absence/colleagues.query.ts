import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Those who act for an authority, by name. Membership alone gives nothing: that is what the roles `staff` and `admin` are. */
export function readColleagues(em: EntityManager, authorityId: string): Promise<Colleague[]> {
  return rows<Colleague>(
    em,
    `select p.id, p.name from membership m join person p on p.id = m.person_id
     where m.authority_id = $1 and p.roles && '{staff,admin}' order by p.name, p.id`,
    [authorityId],
  );
}
