import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { openProposal } from './open-proposal.js';
import { writeChanges } from './write-changes.js';

/** An editor says that this is not the successor. The authority stays open: who follows, if anybody, is still to be said. */
@Injectable()
export class RejectChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws 'not-found', 'stale' and 'conflict' (decided already, or a proposal without a successor: there is nothing to reject). */
  async run(actor: Actor, id: string, version: number): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(systemScope('register-import'), async (em) => {
      const { old, newKey, effectiveOn } = await openProposal(em, id, version);
      if (newKey === null) throw new DomainError('conflict', {}, [{ pointer: '', code: 'nothing-to-reject' }]);
      await run(
        em,
        `update authority_change set state = 'rejected', confirmed_by = $2, version = version + 1, updated_at = $3::timestamptz where id = $1`,
        [id, actor.id, at.toString()],
      );
      await keepOpen(em, { id, oldKey: old.key, effectiveOn }, actor, at);
      const detail = { old: old.key, successor: newKey };
      await recordAudit(em, { actor, action: 'authority.successor-rejected', subject: { kind: 'authority', id: old.id }, detail, at });
    });
  }
}

async function keepOpen(
  em: EntityManager,
  rejected: { id: string; oldKey: string; effectiveOn: string },
  actor: Actor,
  at: Temporal.Instant,
): Promise<void> {
  const { oldKey, effectiveOn, id } = rejected;
  const origin = await row<{ importId: string | null; others: number }>(
    em,
    `select c.import_id as "importId", (select count(*)::int from authority_change o where o.old_authority_id = c.old_authority_id and o.state = 'proposed') as others
     from authority_change c where c.id = $1`,
    [id],
  );
  if (origin!.others > 0) return;
  const reason = { code: 'no-successor-found', params: {} };
  await writeChanges(em, [{ oldKey, newKey: null, kind: 'ended', effectiveOn, state: 'proposed', reason }], {
    importId: origin!.importId,
    by: 'editor',
    at,
    actorId: actor.id,
  });
}
