import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { Outbound } from '@app/outbound/outbound.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { checkAddress } from './check-address.js';
import type { WebhookCommand } from './create-webhook.js';
import { loadWebhook } from './load-webhook.js';
import { checkEvents } from './webhook.js';

export type WebhookChange = Partial<Omit<WebhookCommand, 'authorityId'>> & { readonly state?: 'active' | 'paused' };

/** What is left out stays. A webhook that is switched on again hears of what happens from then on, and its failures are forgotten. */
@Injectable()
export class ChangeWebhook {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly outbound: Outbound,
  ) {}

  async run(actor: Actor, id: string, version: number, change: WebhookChange): Promise<void> {
    if (change.url !== undefined) await checkAddress(this.outbound, change.url);
    const at = this.clock.now();
    await this.transactions.run(scopeOf(actor), async (em) => {
      const stored = await loadWebhook(em, id, version);
      const { url, events, description, state } = { ...stored, ...change };
      if (change.events) checkEvents(actor, events, stored.authorityId);
      const isSwitchedOn = change.state === 'active' && stored.state !== 'active';
      await run(
        em,
        `update webhook set url = $2, events = $3, description = $4, state = $5, version = version + 1, updated_at = $6,
           failures = case when $7 then 0 else failures end, active_since = case when $7 then $6 else active_since end,
           disabled_reason = case when $5 = 'disabled' then disabled_reason end where id = $1`,
        [id, url, [...new Set(events)], description, state, at.toString(), isSwitchedOn],
      );
      const detail = { events, state, ...(change.url !== undefined && { host: new URL(url).host }) };
      await recordAudit(em, { actor, action: 'webhook.changed', subject: { kind: 'webhook', id }, detail, at });
    });
  }
}
