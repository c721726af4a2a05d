import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { NewFeed } from './create-feed.js';
import { Feed } from './feed.js';
import { hashFeedToken, newFeedToken } from './feed-token.js';

/** Gives a feed a new address. Under the old one a single entry says so for 14 days. Feeds of other authorities do not exist for the actor. */
@Injectable()
export class RotateFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string): Promise<NewFeed & { authorityName: string }> {
    const at = this.clock.now();
    const token = newFeedToken();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const feed = isId(id) ? await em.findOne(Feed, { id }) : null;
      if (!feed) throw new DomainError('not-found');
      const old = feed.renew(hashFeedToken(token), at);
      await rows(em, 'insert into renewed_feed_token (token_hash, feed_id, authority_id, renewed_at) values ($1, $2, $3, $4)', [
        old,
        feed.id,
        feed.authorityId,
        at.toString(),
      ]);
      await run(em, 'delete from feed_fetch where feed_id = $1', [feed.id]);
      await recordAudit(em, { actor, action: 'feed.renewed', subject: { kind: 'feed', id }, at });
      const authority = await row<{ name: string }>(em, 'select name from authority where id = $1', [feed.authorityId]);
      await em.flush();
      return { id, token, version: feed.version, authorityName: authority!.name };
    });
  }
}
