import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { readAbsence } from './absences.query.js';
import { mayChange } from './enter-absence.js';

/** An absence does not happen, or is over: letters go to the person again. */
@Injectable()
export class EndAbsence {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Throws 'not-found', 'stale'. */
  run(actor: Actor, key: string, id: string, version: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const before = await readAbsence(em, authorityId, id);
      if (!before || !mayChange(actor, before.person.id)) throw new DomainError('not-found');
      const removed = await run(em, 'delete from absence where id = $1 and version = $2', [id, version]);
      if (removed === 0) throw new DomainError('stale', { current: before.version });
      const detail = { authorityId, personId: before.person.id, from: before.from, until: before.until, deputy: before.deputy };
      await recordAudit(em, { actor, action: 'absence.ended', subject: { kind: 'absence', id }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId: before.person.id });
    });
  }
}
