import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from './acting-for.js';
import { endDismissal } from './end-dismissal.js';
import { readStances } from './stances.query.js';
import { refuseUnguarded } from './take-stance.js';

/** Somebody no longer follows a call, or takes a dismissal back. */
@Injectable()
export class DropStance {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async run(actor: Actor, key: string, callId: string, version: number): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      if (!isId(callId)) throw new DomainError('not-found');
      await raiseIndexRevision(em);
      const [before] = await readStances(em, { personId: actor.id, authorityId, callId });
      if (!before) throw new DomainError('not-found');
      refuseUnguarded(before, version);
      await run(em, 'delete from stance where person_id = $1 and authority_id = $2 and call_id = $3', [actor.id, authorityId, callId]);
      if (before.kind === 'dismissed') await endDismissal(em, before, at);
      const detail = { authorityId, was: before.kind };
      await recordAudit(em, { actor, action: 'call.stance-dropped', subject: { kind: 'call', id: callId }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId: actor.id });
    });
  }
}
