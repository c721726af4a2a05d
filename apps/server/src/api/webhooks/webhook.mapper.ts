import type { DeliveryView } from '@app/webhooks/deliveries.query.js';
import type { WebhookView } from '@app/webhooks/webhook.js';
import type { WebhookDeliveryDto, WebhookDto } from './webhook.dto.js';

export function toWebhookDto({ authorityKey, description, disabledReason, ...webhook }: WebhookView): WebhookDto {
  return {
    id: webhook.id,
    url: webhook.url,
    events: [...webhook.events],
    ...(authorityKey && { authority: authorityKey }),
    ...(description && { description }),
    state: webhook.state,
    ...(disabledReason && { disabledReason }),
    failures: webhook.failures,
    version: webhook.version,
    createdAt: webhook.createdAt.toString(),
    updatedAt: webhook.updatedAt.toString(),
  };
}

export function toDeliveryDto({ eventId, type, state, attempts, ...delivery }: DeliveryView): WebhookDeliveryDto {
  return {
    eventId,
    type,
    state,
    attempts,
    ...(delivery.lastStatus !== null && { lastStatus: delivery.lastStatus }),
    ...(delivery.lastReason !== null && { lastReason: delivery.lastReason }),
    ...(delivery.lastAttemptAt && { lastAttemptAt: delivery.lastAttemptAt.toString() }),
    createdAt: delivery.createdAt.toString(),
  };
}
