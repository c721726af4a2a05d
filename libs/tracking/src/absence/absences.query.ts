import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Absence } from './absence.js';

interface Stored extends Omit<Absence, 'createdAt' | 'updatedAt'> {
  readonly createdAt: string;
  readonly updatedAt: string;
}

const SELECT = `select a.id, jsonb_build_object('id', p.id, 'name', p.name) as person, a.from_day::text as "from", a.until_day::text as until,
    d.id as deputy, d.name as "deputyName", a.also_to_me as "alsoToMe",
    exists (select from absence o where o.person_id = a.deputy_id and o.authority_id = a.authority_id and o.from_day <= a.until_day
      and o.until_day >= a.from_day) as "deputyIsAbsent",
    a.version, a.created_at::text as "createdAt", a.updated_at::text as "updatedAt"
  from absence a join person p on p.id = a.person_id join person d on d.id = a.deputy_id`;

/** The absences of an authority, the earliest first; perhaps only those of a person and those in which they stand in. */
export async function readAbsences(em: EntityManager, authorityId: string, personId?: string): Promise<Absence[]> {
  const condition = 'a.authority_id = $1 and ($2::uuid is null or $2 in (a.person_id, a.deputy_id))';
  const found = await rows<Stored>(em, `${SELECT} where ${condition} order by a.from_day, a.id`, [authorityId, personId ?? null]);
  return found.map(toAbsence);
}

export async function readAbsence(em: EntityManager, authorityId: string, id: string): Promise<Absence | undefined> {
  return (await rows<Stored>(em, `${SELECT} where a.authority_id = $1 and a.id = $2`, [authorityId, id])).map(toAbsence)[0];
}

function toAbsence({ createdAt, updatedAt, ...absence }: Stored): Absence {
  return { ...absence, createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) };
}
