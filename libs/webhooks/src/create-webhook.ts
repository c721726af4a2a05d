import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import { Outbound } from '@app/outbound/outbound.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { checkAddress } from './check-address.js';
import { checkEvents, type WebhookEvent } from './webhook.js';
import { newWebhookSecret } from './webhook-secret.js';

export interface WebhookCommand {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Whose matches; needed for `matches.changed`. */
  readonly authorityId: string | null;
  readonly description: string | null;
}

/** From now on the address hears of these events. The secret is answered this once. */
@Injectable()
export class CreateWebhook {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly outbound: Outbound,
  ) {}

  async run(actor: Actor, { url, events, authorityId, description }: WebhookCommand): Promise<{ id: string; secret: string }> {
    checkEvents(actor, events, authorityId);
    await checkAddress(this.outbound, url);
    const at = this.clock.now();
    const id = newId(at);
    const secret = newWebhookSecret();
    await this.transactions.run(scopeOf(actor), async (em) => {
      await run(
        em,
        `insert into webhook (id, person_id, authority_id, url, description, events, state, failures, secret, active_since, version, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, 'active', 0, $7, $8, 1, $8, $8)`,
        [id, actor.id, authorityId, url, description, [...new Set(events)], secret, at.toString()],
      );
      await recordAudit(em, {
        actor,
        action: 'webhook.created',
        subject: { kind: 'webhook', id },
        detail: { host: new URL(url).host, events, authorityId },
        at,
      });
    });
    return { id, secret };
  }
}
