import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Feed, type FeedSettings } from './feed.js';
import { DAYS_SHOWN } from './feed-window.js';

/** Another name, language or other options, under the same address. */
@Injectable()
export class ChangeFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What is absent stays as it is. `version`: the one that the actor has seen; absent: whichever. Throws 'not-found', 'stale'. */
  run(actor: Actor, id: string, change: Partial<FeedSettings>, version?: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const feed = isId(id) ? await em.findOne(Feed, { id }) : null;
      if (!feed) throw new DomainError('not-found');
      if (version !== undefined && feed.version !== version) throw new DomainError('stale', { current: feed.version });
      feed.change({ name: feed.name, language: feed.language, options: feed.options ?? {}, ...change }, at);
      if (change.options) await forgetShown(em, id, at);
      await recordAudit(em, { actor, action: 'feed.changed', subject: { kind: 'feed', id }, detail: { ...change }, at });
    });
  }
}

/** Who asks for other calls does not want to see the former ones as cancelled: as if they had left long ago. */
async function forgetShown(em: EntityManager, feedId: string, at: Temporal.Instant): Promise<void> {
  const longAgo = at.subtract({ hours: 24 * (DAYS_SHOWN + 1) }).toString();
  await run(em, 'update feed_call set gone_at = $2 where feed_id = $1 and (gone_at is null or gone_at > $2)', [feedId, longAgo]);
}
