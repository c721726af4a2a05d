import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { DismissalReason, StanceKind } from './stance.js';

/** One person's stance to a call on behalf of one authority. */
export interface StanceRow {
  readonly personId: string;
  readonly personName: string;
  readonly authorityId: string;
  readonly callId: string;
  readonly kind: StanceKind;
  readonly reason: DismissalReason | null;
  readonly note: string | null;
  /** Since when it is followed, or dismissed. */
  readonly since: Temporal.Instant;
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
}

export interface StanceFilter {
  readonly personId?: string;
  readonly authorityId?: string;
  readonly callId?: string;
  readonly kind?: StanceKind;
}

type Stored = Omit<StanceRow, 'since' | 'updatedAt'> & { since: string; updatedAt: string };

const SELECT = `select s.person_id as "personId", p.name as "personName", s.authority_id as "authorityId", s.call_id as "callId", s.kind, s.reason, s.note,
    s.since::text as since, s.version, s.updated_at::text as "updatedAt"
  from stance s join person p on p.id = s.person_id`;

/** The stances that the transaction's scope may see, the newest first. */
export async function readStances(em: EntityManager, { personId, authorityId, callId, kind }: StanceFilter = {}): Promise<StanceRow[]> {
  const found = await rows<Stored>(
    em,
    `${SELECT} where ($1::uuid is null or s.person_id = $1) and ($2::uuid is null or s.authority_id = $2) and ($3::uuid is null or s.call_id = $3)
       and ($4::text is null or s.kind = $4) order by s.since desc, s.call_id, s.person_id`,
    [personId ?? null, authorityId ?? null, callId ?? null, kind ?? null],
  );
  return found.map((stored) => ({ ...stored, since: toInstant(stored.since), updatedAt: toInstant(stored.updatedAt) }));
}
