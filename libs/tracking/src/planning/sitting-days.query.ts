import type { SittingKind } from '@app/deadlines/planning/sitting.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SittingDay } from './sitting-day.js';

interface Stored {
  id: string;
  kind: SittingKind;
  name: string;
  day: string;
  imported: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

const SELECT = `select id, kind, name, day::text as day, origin <> id::text as imported, version, created_at::text as "createdAt",
  updated_at::text as "updatedAt" from sitting_day`;

/** The sittings of an authority, as far as the scope may see, by day. */
export async function readSittingDays(em: EntityManager, authorityId: string): Promise<SittingDay[]> {
  return (await rows<Stored>(em, `${SELECT} where authority_id = $1 order by day, kind desc, name`, [authorityId])).map(toSittingDay);
}

export async function readSittingDay(em: EntityManager, authorityId: string, id: string): Promise<SittingDay | undefined> {
  return (await rows<Stored>(em, `${SELECT} where authority_id = $1 and id = $2`, [authorityId, id])).map(toSittingDay)[0];
}

function toSittingDay(row: Stored): SittingDay {
  const { day, createdAt, updatedAt, ...rest } = row;
  return { ...rest, day: Temporal.PlainDate.from(day), createdAt: toInstant(createdAt), updatedAt: toInstant(updatedAt) };
}
