import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { Feed } from './feed.js';

/** Ends a subscription: its address answers 410 from now on. */
@Injectable()
export class DeleteFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, version?: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const feed = isId(id) ? await em.findOne(Feed, { id }) : null;
      if (!feed) throw new DomainError('not-found');
      if (version !== undefined && feed.version !== version) throw new DomainError('stale', { current: feed.version });
      feed.delete(at);
      await recordAudit(em, { actor, action: 'feed.deleted', subject: { kind: 'feed', id }, at });
    });
  }
}
