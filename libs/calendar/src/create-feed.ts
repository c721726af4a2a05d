import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import type { Locale } from '@app/kernel/locale.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { Feed, type FeedScope } from './feed.js';
import { hashFeedToken, newFeedToken } from './feed-token.js';

export interface NewFeed {
  readonly id: string;
  /** Shown once, never again. */
  readonly token: string;
  readonly version: number;
}

@Injectable()
export class CreateFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The caller has made sure that the actor may act for the authority; row-level security does so again. */
  run(actor: Actor, authorityId: string, wish: { scope: FeedScope; language: Locale }): Promise<NewFeed> {
    const at = this.clock.now();
    const token = newFeedToken();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const feed = new Feed(newId(at), authorityId, actor.id, wish.scope, wish.language, hashFeedToken(token), at);
      em.persist(feed);
      await recordAudit(em, {
        actor,
        action: 'feed.created',
        subject: { kind: 'feed', id: feed.id },
        detail: { authorityId, scope: wish.scope },
        at,
      });
      return { id: feed.id, token, version: feed.version };
    });
  }
}
