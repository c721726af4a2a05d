import type { Actor } from '@app/kernel/actor.js';
import { newId } from '@app/kernel/ids.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { noteChange } from './local-change.js';
import { rows } from './sql.js';

export interface AuditEntry {
  readonly actor: Actor;
  /** What was done, as a verb of the glossary: "call.published". */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What changed, before → after where that says more; no secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly at: Temporal.Instant;
}

/** Written in the transaction of the change itself, so there is no change without its entry. */
export async function recordAudit(em: EntityManager, entry: AuditEntry): Promise<void> {
  noteChange(em);
  await rows(
    em,
    'insert into audit_entry (id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      newId(entry.at),
      entry.at.toString(),
      entry.actor.kind,
      entry.actor.id,
      entry.action,
      entry.subject.kind,
      entry.subject.id,
      JSON.stringify(entry.detail ?? {}),
    ],
  );
}
