import { newId } from '@app/kernel/ids.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface Event {
  /** Names what happened for ever; with the webhook the natural key of a delivery. Without a full stop, which separates what is signed. */
  readonly id: string;
  readonly type: string;
  readonly at: Temporal.Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Makes the delivery of an event to a webhook, and its job; answers whether it was not there already. */
export async function enqueueDelivery(
  em: EntityManager,
  jobs: Jobs,
  { webhookId, event, now }: { webhookId: string; event: Event; now: Temporal.Instant },
): Promise<boolean> {
  const body = JSON.stringify({ type: event.type, timestamp: event.at.toString(), data: event.data });
  const made = await row<{ id: string }>(
    em,
    `insert into webhook_delivery (id, webhook_id, event_id, type, body, state, attempts, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'pending', 0, $6, $6) on conflict (webhook_id, event_id) do nothing returning id`,
    [newId(now), webhookId, event.id, event.type, body, now.toString()],
  );
  if (made) await jobs.enqueue(em, 'deliver-webhook', { deliveryId: made.id });
  return made !== undefined;
}
