import type { Actor } from '@app/kernel/actor.js';
import { Clock, WallClock } from '@app/kernel/clock.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { loadWebhook } from './load-webhook.js';
import { newWebhookSecret } from './webhook-secret.js';

/** So long both secrets sign, in hours of real time: receivers change over whenever it suits them. */
const OVERLAP_HOURS = 24;

/** A new secret, answered this once; the one before signs beside it for a day. */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly wall: WallClock,
  ) {}

  run(actor: Actor, id: string): Promise<string> {
    const at = this.clock.now();
    const secret = newWebhookSecret();
    return this.transactions.run(scopeOf(actor), async (em) => {
      await loadWebhook(em, id);
      await run(
        em,
        'update webhook set old_secret = secret, old_secret_until = $3, secret = $2, version = version + 1, updated_at = $4 where id = $1',
        [id, secret, this.wall.now().add({ hours: OVERLAP_HOURS }).toString(), at.toString()],
      );
      await recordAudit(em, { actor, action: 'webhook.rotated', subject: { kind: 'webhook', id }, at });
      return secret;
    });
  }
}
