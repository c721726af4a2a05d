import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { enqueueDelivery } from './enqueue-delivery.js';
import { readWebhook } from './webhooks.query.js';

export const PING = 'webhook.ping';

/** Sends a test event, to a paused or disabled webhook too; tried once. Answers the id under which it stands among the deliveries. */
@Injectable()
export class PingWebhook {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, id: string): Promise<string> {
    const at = this.clock.now();
    const event = { id: `ping_${newId(at)}`, type: PING, at, data: { webhookId: id } };
    return this.transactions.run(scopeOf(actor), async (em) => {
      if (!(await readWebhook(em, id))) throw new DomainError('not-found');
      await enqueueDelivery(em, this.jobs, { webhookId: id, event, now: at });
      await recordAudit(em, { actor, action: 'webhook.pinged', subject: { kind: 'webhook', id }, at });
      return event.id;
    });
  }
}
