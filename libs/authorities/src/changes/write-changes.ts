import { newId } from '@app/kernel/ids.js';
import type { Reason } from '@app/kernel/reason.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChangeKind, ChangeState } from './authority-change.js';

/** A change as it is written down; keys that nobody has make no row. */
export interface ChangeEntry {
  readonly oldKey: string | null;
  readonly newKey: string | null;
  readonly kind: ChangeKind;
  readonly effectiveOn: string;
  readonly state: ChangeState;
  readonly reason: Reason;
}

export interface ChangeOrigin {
  readonly importId: string | null;
  readonly by: 'import' | 'editor';
  readonly at: Temporal.Instant;
  /** Who confirmed what is confirmed already. */
  readonly actorId: string;
}

/** Writes changes down in one statement. One that is proposed already is not proposed twice. */
export async function writeChanges(em: EntityManager, entries: readonly ChangeEntry[], origin: ChangeOrigin): Promise<void> {
  if (entries.length === 0) return;
  const records = entries.map((entry) => ({ ...entry, id: newId(origin.at) }));
  await rows(
    em,
    `insert into authority_change (id, import_id, old_authority_id, new_authority_id, kind, effective_on, state, proposed_by, reason, confirmed_by, version,
       created_at, updated_at)
     select r.id, $2, o.id, n.id, r.kind, r."effectiveOn", r.state, $3, r.reason, case r.state when 'confirmed' then $4::text end, 1, $5::timestamptz, $5::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "oldKey" text, "newKey" text, kind text, "effectiveOn" date, state text, reason jsonb)
     left join authority o on o.key = r."oldKey" left join authority n on n.key = r."newKey"
     where (o.id is not null or r."oldKey" is null) and (n.id is not null or r."newKey" is null)
     on conflict do nothing`,
    [JSON.stringify(records), origin.importId, origin.by, origin.actorId, origin.at.toString()],
  );
}
