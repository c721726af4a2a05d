import { decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { WebhookView } from './webhook.js';

type WebhookRow = Omit<WebhookView, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string };

const SELECT = `select w.id, w.person_id as "personId", w.authority_id as "authorityId", a.key as "authorityKey", w.url, w.description, w.events, w.state,
    w.disabled_reason as "disabledReason", w.failures, w.version, w.created_at::text as "createdAt", w.updated_at::text as "updatedAt"
  from webhook w left join authority a on a.id = w.authority_id`;

const toView = (found: WebhookRow): WebhookView => ({
  ...found,
  createdAt: toInstant(found.createdAt),
  updatedAt: toInstant(found.updatedAt),
});

/** Oldest first, as far as the transaction's scope sees them. */
export async function listWebhooks(em: EntityManager, { limit, cursor }: PageRequest): Promise<Page<WebhookView>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, 1)[0];
  const found = await rows<WebhookRow>(em, `${SELECT} where $1::text is null or w.id::text > $1 order by w.id::text limit $2`, [
    after,
    limit + 1,
  ]);
  const counted = await row<{ total: number }>(em, 'select count(*)::int as total from webhook');
  const items = found.slice(0, limit).map(toView);
  return { items, total: counted!.total, next: found.length > limit ? encodeCursor([items.at(-1)!.id]) : null };
}

/** Undefined where the transaction's scope sees none; `lock` keeps others from changing it meanwhile. */
export async function readWebhook(em: EntityManager, id: string, { lock = false } = {}): Promise<WebhookView | undefined> {
  const found = await row<WebhookRow>(em, `${SELECT} where w.id = $1${lock ? ' for update of w' : ''}`, [id]);
  return found && toView(found);
}
