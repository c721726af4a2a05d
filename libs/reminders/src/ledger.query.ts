import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** One row of the ledger, as far as decisions about it need it. */
export interface LedgerRow {
  readonly id: string;
  readonly personId: string;
  readonly authorityId: string;
  /** IANA name, of the authority. */
  readonly zone: string;
  readonly callId: string;
  readonly deadlineId: string;
  readonly closesOn: string;
  readonly lead: number;
  readonly unit: string;
  readonly dueAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
  /** The letter that it is bound to. */
  readonly letterId: string | null;
}

type Stored = Omit<LedgerRow, 'dueAt' | 'updatedAt'> & { dueAt: string; updatedAt: string };

const SELECT = `select r.id, r.person_id as "personId", r.authority_id as "authorityId", a.zone, r.call_id as "callId", r.deadline_id as "deadlineId",
    r.closes_on::text as "closesOn", r.lead, r.unit, r.due_at::text as "dueAt", r.updated_at::text as "updatedAt", r.letter_id as "letterId"
  from reminder r join authority a on a.id = r.authority_id`;

/** The rows that a condition on `r` finds ("where r.letter_id = $1"), perhaps locked ("… for update of r skip locked"). */
export async function readLedger(em: EntityManager, condition: string, parameters: readonly unknown[]): Promise<LedgerRow[]> {
  const found = await rows<Stored>(em, `${SELECT} ${condition}`, parameters);
  return found.map((stored) => ({ ...stored, dueAt: toInstant(stored.dueAt), updatedAt: toInstant(stored.updatedAt) }));
}
