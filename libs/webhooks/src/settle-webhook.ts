import { systemActor } from '@app/kernel/actor.js';
import { recordAudit } from '@app/persistence/audit.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Verdict } from './judge-answer.js';
import { type DisabledReason, MOST_FAILURES } from './webhook.js';

interface Settled {
  readonly id: string;
  readonly verdict: Verdict;
  readonly now: Temporal.Instant;
  /** A ping that fails says nothing about the events. */
  readonly counts: boolean;
}

/** What a delivery that is over means for its webhook: a success wipes the slate, too many failures in a row or a 410 end it. */
export async function settleWebhook(em: EntityManager, { id, verdict, now, counts }: Settled): Promise<void> {
  if (!verdict.isDelivered && !counts) return;
  const settled = await row<{ failures: number; state: string }>(
    em,
    'update webhook set failures = case when $2 then 0 else failures + 1 end where id = $1 returning failures, state',
    [id, verdict.isDelivered],
  );
  if (verdict.isDelivered || settled?.state !== 'active') return;
  const reason: DisabledReason | undefined =
    verdict.reason === 'gone' ? 'gone' : settled.failures >= MOST_FAILURES ? 'too-many-failures' : undefined;
  if (!reason) return;
  await row(em, `update webhook set state = 'disabled', disabled_reason = $2, version = version + 1, updated_at = $3 where id = $1`, [
    id,
    reason,
    now.toString(),
  ]);
  await recordAudit(em, {
    actor: systemActor('webhooks'),
    action: 'webhook.disabled',
    subject: { kind: 'webhook', id },
    detail: { reason },
    at: now,
  });
}
