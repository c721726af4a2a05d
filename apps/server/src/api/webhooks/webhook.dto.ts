import { WEBHOOK_EVENTS, type WebhookEvent } from '@app/webhooks/webhook.js';
import { Flag, Id, InstantText, ListOf, OneOf, Text, Url, Whole } from '../../edge/validation/fields.js';
import { oneOfKind } from '../../edge/validation/text-kinds.js';

const EVENTS = { min: 1, max: WEBHOOK_EVENTS.length, description: '`call.*` for editors; `matches.changed` of one authority' } as const;
const DESCRIPTION = { max: 200, description: 'For those who keep the webhooks' } as const;

export class CreateWebhookDto {
  @Url({ description: 'Reached on port 80, 443 or from 1024; an address inside a network is refused' }) url: string;
  @ListOf(oneOfKind(WEBHOOK_EVENTS), EVENTS) events: WebhookEvent[];
  @Text({ max: 40, optional: true, description: 'Key of the authority whose matches are told of; with `matches.changed` only' })
  authority?: string;
  @Text({ ...DESCRIPTION, optional: true }) description?: string;
}

export class ChangeWebhookDto {
  @Url({ optional: true }) url?: string;
  @ListOf(oneOfKind(WEBHOOK_EVENTS), { ...EVENTS, optional: true }) events?: WebhookEvent[];
  @Text({ ...DESCRIPTION, optional: true, nullable: true }) description?: string | null;
  @OneOf(['active', 'paused'], { optional: true, description: '`active` also switches on what was disabled' }) state?: 'active' | 'paused';
}

export class WebhookDto {
  @Id() id: string;
  @Url() url: string;
  @ListOf(oneOfKind(WEBHOOK_EVENTS), EVENTS) events: WebhookEvent[];
  @Text({ optional: true }) authority?: string;
  @Text({ optional: true }) description?: string;
  @OneOf(['active', 'paused', 'disabled']) state: string;
  @OneOf(['too-many-failures', 'gone'], { optional: true, description: 'Why it was disabled' }) disabledReason?: string;
  @Whole({ description: 'Deliveries in a row that were given up' }) failures: number;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}

export class NewWebhookDto extends WebhookDto {
  @Text({ description: 'Shown once, never again' }) secret: string;
}

export class WebhookDeliveryDto {
  @Text({ description: 'Also the header `webhook-id`' }) eventId: string;
  @Text() type: string;
  @OneOf(['pending', 'delivered', 'failed']) state: string;
  @Whole() attempts: number;
  @Whole({ optional: true, description: 'HTTP status of the last answer' }) lastStatus?: number;
  @Text({ optional: true, description: 'Why the last attempt failed' }) lastReason?: string;
  @InstantText({ optional: true }) lastAttemptAt?: string;
  @InstantText() createdAt: string;
}

export class PingDto {
  @Text({ description: 'Under which it stands among the deliveries' }) eventId: string;
  @Flag({ description: 'Always true: it is sent by the queue' }) queued: boolean;
}
