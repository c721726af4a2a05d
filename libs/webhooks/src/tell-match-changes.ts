import { outcomeChanges } from '@app/matching/outcome-changes.query.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { enqueueDelivery } from './enqueue-delivery.js';
import { WebhookSettings } from './webhook-settings.js';

interface Listener {
  webhookId: string;
  authorityId: string;
  authorityKey: string;
  since: string;
}

/** Where a call's outcome for an authority has changed, its webhooks hear of it, once for each change. */
@Injectable()
export class TellMatchChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly settings: WebhookSettings,
  ) {}

  run(callId: string, now: Temporal.Instant): Promise<void> {
    return this.transactions.run(systemScope('webhooks'), async (em) => {
      const listeners = await rows<Listener>(
        em,
        `select w.id as "webhookId", a.id as "authorityId", a.key as "authorityKey", w.active_since::text as since
         from webhook w join authority a on a.id = w.authority_id where w.state = 'active' and 'matches.changed' = any (w.events) order by w.id`,
      );
      for (const { webhookId, authorityId, authorityKey, since } of listeners) {
        for (const change of await outcomeChanges(em, callId, { authorityId, since: toInstant(since) })) {
          const { revision, callVersion, outcome, previous, at } = change;
          const data = {
            authority: authorityKey,
            callId,
            version: callVersion,
            outcome,
            ...(previous && { previous }),
            ...this.settings.linksOf(callId),
          };
          const event = { id: `matches-changed_${callId}_${revision}`, type: 'matches.changed', at, data };
          await enqueueDelivery(em, this.jobs, { webhookId, event, now });
        }
      }
    });
  }
}
