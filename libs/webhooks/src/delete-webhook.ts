import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { loadWebhook } from './load-webhook.js';

/** Ends a webhook; its deliveries go with it. */
@Injectable()
export class DeleteWebhook {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, version: number): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      await loadWebhook(em, id, version);
      await run(em, 'delete from webhook where id = $1', [id]);
      await recordAudit(em, { actor, action: 'webhook.deleted', subject: { kind: 'webhook', id }, at });
    });
  }
}
