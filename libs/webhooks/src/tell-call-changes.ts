import { toInstant } from '@app/persistence/instant.type.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { enqueueDelivery } from './enqueue-delivery.js';
import type { WebhookEvent } from './webhook.js';
import { WebhookSettings } from './webhook-settings.js';

interface Told {
  webhookId: string;
  version: number;
  change: string;
  changedAt: string;
}

const EVENT_OF: Readonly<Record<string, WebhookEvent>> = {
  published: 'call.published',
  changed: 'call.changed',
  amended: 'call.changed',
  withdrawn: 'call.withdrawn',
};

/**
 * Every version of a call becomes a delivery to each webhook that wants to hear of it and was active by then. All versions are looked at
 * each time: two quick changes, or a job that came late or was lost, leave nothing out, and what was told already is not told again.
 */
@Injectable()
export class TellCallChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly settings: WebhookSettings,
  ) {}

  run(callId: string, now: Temporal.Instant): Promise<void> {
    return this.transactions.run(systemScope('webhooks'), async (em) => {
      const told = await rows<Told>(
        em,
        `select w.id as "webhookId", v.version, v.change, v.changed_at::text as "changedAt" from webhook w join call_version v on v.changed_at >= w.active_since
         where v.call_id = $1 and w.state = 'active' and case v.change when 'amended' then 'call.changed' else 'call.' || v.change end = any (w.events)
           and not exists (select from webhook_delivery d where d.webhook_id = w.id and d.event_id = 'call-' || v.change || '_' || v.call_id || '_' || v.version)
         order by v.version, w.id`,
        [callId],
      );
      for (const { webhookId, version, change, changedAt } of told) {
        const data = { callId, version, change, ...this.settings.linksOf(callId) };
        const event = { id: `call-${change}_${callId}_${version}`, type: EVENT_OF[change]!, at: toInstant(changedAt), data };
        await enqueueDelivery(em, this.jobs, { webhookId, event, now });
      }
    });
  }
}
