import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Page, PageRequest } from '@app/kernel/page.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type DeliveryView, listDeliveries } from '@app/webhooks/deliveries.query.js';
import type { WebhookView } from '@app/webhooks/webhook.js';
import { listWebhooks, readWebhook } from '@app/webhooks/webhooks.query.js';
import { Injectable } from '@nestjs/common';

/** Webhooks as somebody may see them: their own, those of their authorities, an administrator all. */
@Injectable()
export class ReadWebhooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
  ) {}

  list(actor: Actor, page: PageRequest): Promise<Page<WebhookView>> {
    return this.transactions.run(scopeOf(actor), (em) => listWebhooks(em, page));
  }

  async one(actor: Actor, id: string): Promise<WebhookView> {
    const found = await this.transactions.run(scopeOf(actor), (em) => readWebhook(em, id));
    if (!found) throw new DomainError('not-found');
    return found;
  }

  deliveries(actor: Actor, id: string, page: PageRequest): Promise<Page<DeliveryView>> {
    return this.transactions.run(scopeOf(actor), async (em) => {
      if (!(await readWebhook(em, id))) throw new DomainError('not-found');
      return listDeliveries(em, id, page);
    });
  }

  /** Id of the authority that the actor may act for; others do not exist for them. */
  async authorityId(actor: Actor, key: string): Promise<string> {
    const authority = (await this.index.current()).authority(key);
    if (!authority || !mayActFor(actor, authority.id)) {
      throw new DomainError('unknown-authority', {}, [{ pointer: '/authority', code: 'unknown-authority' }]);
    }
    return authority.id;
  }
}
