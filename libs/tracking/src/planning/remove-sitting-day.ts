import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { readSittingDay } from './sitting-days.query.js';

@Injectable()
export class RemoveSittingDay {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws 'not-found', 'stale'. */
  run(actor: Actor, key: string, id: string, version: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const before = await readSittingDay(em, authorityId, id);
      if (!before) throw new DomainError('not-found');
      const removed = await run(em, 'delete from sitting_day where id = $1 and version = $2', [id, version]);
      if (removed === 0) throw new DomainError('stale', { current: before.version });
      const detail = { authorityId, kind: before.kind, name: before.name, day: before.day.toString() };
      await recordAudit(em, { actor, action: 'sitting-day.removed', subject: { kind: 'sitting-day', id }, detail, at });
    });
  }
}
