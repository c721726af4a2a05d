import type { Actor } from '@app/kernel/actor.js';
import { newId } from '@app/kernel/ids.js';
import type { Reason } from '@app/kernel/reason.js';
import { recordAudit } from '@app/persistence/audit.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { carryOut, type Succession, type SuccessionResult } from './carry-out.js';
import type { ProposalCode } from './proposal-texts.js';

export interface SettledChange extends Succession {
  readonly reason: Reason<ProposalCode>;
}

export interface Settlement {
  readonly actor: Actor;
  readonly by: 'import' | 'editor';
  readonly importId: string | null;
  readonly revision: bigint;
  readonly at: Temporal.Instant;
}

/**
 * A change that is decided: written down as confirmed, in place of what was proposed for the old authority, and carried out. Of a split the
 * proposals stay open, for there is more than one successor.
 */
export async function settle(em: EntityManager, jobs: Jobs, change: SettledChange, settlement: Settlement): Promise<SuccessionResult> {
  const { actor, at } = settlement;
  const id = newId(at);
  await withdrawOthers(em, change, at);
  await run(
    em,
    `insert into authority_change (id, import_id, old_authority_id, new_authority_id, kind, effective_on, state, proposed_by, reason, confirmed_by, version,
       created_at, updated_at) values ($1, $2, $3, $4, $5, $6::date, 'confirmed', $7, $8::jsonb, $9, 1, $10::timestamptz, $10::timestamptz)`,
    [
      id,
      settlement.importId,
      change.old.id,
      change.successor?.id ?? null,
      change.kind,
      change.effectiveOn,
      settlement.by,
      JSON.stringify(change.reason),
      actor.id,
      at.toString(),
    ],
  );
  return conclude(em, jobs, { ...change, id }, settlement);
}

/** Carries out a change that is marked as confirmed, and keeps what came of it. */
export async function conclude(
  em: EntityManager,
  jobs: Jobs,
  change: Succession & { readonly id: string },
  { actor, revision, at }: Pick<Settlement, 'actor' | 'revision' | 'at'>,
): Promise<SuccessionResult> {
  const { old, successor, kind, effectiveOn } = change;
  const result = await carryOut(em, jobs, change, { revision, at });
  await run(em, 'update authority_change set result = $2::jsonb where id = $1', [change.id, JSON.stringify(result)]);
  await recordAudit(em, {
    actor,
    action: 'authority.succeeded',
    subject: { kind: 'authority', id: old.id },
    detail: { old: old.key, successor: successor?.key ?? null, kind, effectiveOn, ...result },
    at,
  });
  return result;
}

export async function withdrawOthers(
  em: EntityManager,
  { old, successor, kind }: Pick<Succession, 'old' | 'successor' | 'kind'>,
  at: Temporal.Instant,
): Promise<void> {
  await run(
    em,
    `update authority_change set state = 'rejected', version = version + 1, updated_at = $4::timestamptz
     where old_authority_id = $1 and state = 'proposed' and (not $3 or new_authority_id is null or new_authority_id = $2)`,
    [old.id, successor?.id ?? null, kind === 'split', at.toString()],
  );
}
