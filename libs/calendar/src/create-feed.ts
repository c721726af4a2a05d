import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId, newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readSavedSearch } from '@app/tracking/saved-searches.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Feed, type FeedSettings, type FeedSubject } from './feed.js';
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

  /**
   * The caller has made sure that the actor may act for the authority; row-level security does so again. Throws 'invalid' at `/callId` and
   * `/searchId`: missing, not of this scope, no published call, no search of the actor.
   */
  run(actor: Actor, authorityId: string, wish: FeedSubject & FeedSettings): Promise<NewFeed> {
    const at = this.clock.now();
    const token = newFeedToken();
    return this.transactions.run(scopeOf(actor), async (em) => {
      await refuseWrongSubject(em, actor, wish);
      const feed = new Feed(newId(at), { authorityId, createdBy: actor.id }, wish, wish, hashFeedToken(token), at);
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

async function refuseWrongSubject(em: EntityManager, actor: Actor, { scope, callId, searchId }: FeedSubject): Promise<void> {
  if (scope === 'call' && !(isId(callId ?? '') && (await row(em, `select 1 from call where id = $1 and state <> 'draft'`, [callId]))))
    throw new DomainError('invalid', {}, [{ pointer: '/callId', code: callId ? 'unknown-call' : 'required' }]);
  if (scope === 'search' && (await readSavedSearch(em, searchId ?? ''))?.personId !== actor.id)
    throw new DomainError('invalid', {}, [{ pointer: '/searchId', code: searchId ? 'not-found' : 'required' }]);
  const stray = [scope !== 'call' && callId ? '/callId' : '', scope !== 'search' && searchId ? '/searchId' : ''].filter(Boolean);
  if (stray.length > 0)
    throw new DomainError(
      'invalid',
      {},
      stray.map((pointer) => ({ pointer, code: 'unknown-property' })),
    );
}
