import { DomainError } from '@app/kernel/domain-error.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { WebhookView } from './webhook.js';
import { readWebhook } from './webhooks.query.js';

/** To be changed: throws 'not-found' where the scope sees none, 'stale' when it is not the version that the change is based on. */
export async function loadWebhook(em: EntityManager, id: string, version?: number): Promise<WebhookView> {
  const found = await readWebhook(em, id, { lock: true });
  if (!found) throw new DomainError('not-found');
  if (version !== undefined && found.version !== version) throw new DomainError('stale', { current: found.version });
  return found;
}
