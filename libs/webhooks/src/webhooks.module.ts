import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeWebhook } from './change-webhook.js';
import { CreateWebhook } from './create-webhook.js';
import { DeleteWebhook } from './delete-webhook.js';
import { DeliverWebhook } from './deliver-webhook.js';
import { PingWebhook } from './ping-webhook.js';
import { RotateSecret } from './rotate-secret.js';
import { TellCallChanges } from './tell-call-changes.js';
import { TellMatchChanges } from './tell-match-changes.js';
import { WebhookSettings } from './webhook-settings.js';

const KEEPING = [CreateWebhook, ChangeWebhook, DeleteWebhook, RotateSecret, PingWebhook];
const WORKING = [TellCallChanges, TellMatchChanges, DeliverWebhook];

/** Webhooks for a server. Needs PersistenceModule, a Clock, a WallClock and Outbound, all global. */
@Module({ providers: KEEPING, exports: KEEPING })
export class WebhooksModule {}

/** Webhooks for a worker. Needs the same. */
@Module({})
export class WebhookWorkModule {
  static forRoot(options: { readonly baseUrl: string }): DynamicModule {
    const settings = { provide: WebhookSettings, useValue: new WebhookSettings(options) };
    return { module: WebhookWorkModule, providers: [settings, ...WORKING], exports: WORKING };
  }
}
