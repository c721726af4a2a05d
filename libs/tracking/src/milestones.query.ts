import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Milestone } from './milestone.js';

export interface MilestoneFilter {
  readonly authorityId: string;
  /** Absent: of every call. */
  readonly callIds?: readonly string[];
  /** Also those that were removed, with `removedAt`: calendars show them as cancelled for a while. */
  readonly withRemoved?: boolean;
}

type Stored = Omit<Milestone, 'doneAt' | 'removedAt' | 'createdAt' | 'updatedAt'> & {
  doneAt: string | null;
  removedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

const SELECT = `select id, authority_id as "authorityId", call_id as "callId", source, name, day::text as day, planned_on::text as "plannedOn",
  closes_on::text as "closesOn", done_at::text as "doneAt", removed_at::text as "removedAt", sequence, version, created_at::text as "createdAt",
  updated_at::text as "updatedAt" from milestone`;

/**
 * The milestones of an authority, as far as the scope may see, by day. For calendars: `id` never changes (UID `milestone-<id>@<domain>`), `updatedAt`
 * and `sequence` are those of the row; every change raises the index revision too.
 */
export async function readMilestones(em: EntityManager, { authorityId, callIds, withRemoved }: MilestoneFilter): Promise<Milestone[]> {
  const found = await rows<Stored>(
    em,
    `${SELECT} where authority_id = $1 and ($2::uuid[] is null or call_id = any ($2)) and ($3 or removed_at is null) order by day, id`,
    [authorityId, callIds ? [...callIds] : null, withRemoved ?? false],
  );
  return found.map(toMilestone);
}

/** One that is there, if the scope may see it. */
export async function readMilestone(em: EntityManager, id: string): Promise<Milestone | undefined> {
  return (await rows<Stored>(em, `${SELECT} where id = $1 and removed_at is null`, [id])).map(toMilestone)[0];
}

function toMilestone(row: Stored): Milestone {
  const instant = (text: string | null) => (text === null ? null : toInstant(text));
  return {
    ...row,
    doneAt: instant(row.doneAt),
    removedAt: instant(row.removedAt),
    createdAt: toInstant(row.createdAt),
    updatedAt: toInstant(row.updatedAt),
  };
}
