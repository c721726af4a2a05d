import { decodeCursor, encodeCursor, invalidCursor, type Page, type PageRequest } from '@app/kernel/page.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

export type DeliveryState = 'pending' | 'delivered' | 'failed';

export interface DeliveryView {
  /** Also the header `webhook-id`: the same in every attempt. */
  readonly eventId: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** HTTP status of the last answer; null when there was none. */
  readonly lastStatus: number | null;
  /** Why the last attempt failed, as a code. */
  readonly lastReason: string | null;
  readonly lastAttemptAt: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
}

type DeliveryRow = Omit<DeliveryView, 'lastAttemptAt' | 'createdAt'> & {
  place: string;
  lastAttemptAt: string | null;
  createdAt: string;
};

const SELECT = `select position::text as place, event_id as "eventId", type, state, attempts, last_status as "lastStatus", last_reason as "lastReason",
  last_attempt_at::text as "lastAttemptAt", created_at::text as "createdAt" from webhook_delivery where webhook_id = $1`;

/** Newest first. */
export async function listDeliveries(em: EntityManager, webhookId: string, { limit, cursor }: PageRequest): Promise<Page<DeliveryView>> {
  const before = cursor === undefined ? null : positionOf(cursor);
  const found = await rows<DeliveryRow>(em, `${SELECT} and ($2::bigint is null or position < $2) order by position desc limit $3`, [
    webhookId,
    before,
    limit + 1,
  ]);
  const counted = await row<{ total: number }>(em, 'select count(*)::int as total from webhook_delivery where webhook_id = $1', [
    webhookId,
  ]);
  const shown = found.slice(0, limit);
  return { items: shown.map(toView), total: counted!.total, next: found.length > limit ? encodeCursor([shown.at(-1)!.place]) : null };
}

function toView({ place: _, lastAttemptAt, createdAt, ...delivery }: DeliveryRow): DeliveryView {
  return { ...delivery, lastAttemptAt: lastAttemptAt === null ? null : toInstant(lastAttemptAt), createdAt: toInstant(createdAt) };
}

function positionOf(cursor: string): string {
  const position = String(decodeCursor(cursor, 1)[0]);
  if (!/^\d{1,18}$/.test(position)) throw invalidCursor();
  return position;
}
