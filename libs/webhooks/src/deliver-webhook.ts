import { WallClock } from '@app/kernel/clock.js';
import { Outbound } from '@app/outbound/outbound.js';
import { OutboundRefused } from '@app/outbound/outbound-refused.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable, Logger } from '@nestjs/common';
import { judgeAnswer, judgeRefusal, type Verdict } from './judge-answer.js';
import { PING } from './ping-webhook.js';
import { settleWebhook } from './settle-webhook.js';
import { sign } from './sign.js';

/** The receiver has so long, in milliseconds, for all of it; Standard Webhooks suggests 15 to 30 s. */
const WITHIN_MS = 15_000;
/** With the pauses of the queue 'deliver-webhook' they last 20 to 30 hours. */
const MOST_ATTEMPTS = 15;

interface Due {
  webhookId: string;
  eventId: string;
  type: string;
  body: string;
  /** So far. */
  attempts: number;
  url: string;
  /** The one before, while it still counts. */
  secrets: string[];
  mayGo: boolean;
}

export type DeliveryOutcome = 'delivered' | 'failed' | 'over';

/**
 * One attempt to deliver one event: read, send (in no transaction), write down what came back. At least once: after a crash between the
 * answer and our commit it comes again, with the same `webhook-id`.
 */
@Injectable()
export class DeliverWebhook {
  private readonly logger = new Logger('Webhooks');

  constructor(
    private readonly transactions: Transactions,
    private readonly outbound: Outbound,
    private readonly wall: WallClock,
  ) {}

  /** Throws for the queue to try again. */
  async run(deliveryId: string, now: Temporal.Instant): Promise<DeliveryOutcome> {
    const due = await this.due(deliveryId);
    if (!due) return 'over';
    const verdict = due.mayGo ? await this.send(due) : { isDelivered: false, isFinal: true, status: null, reason: 'webhook-off' };
    const isOver = verdict.isFinal || due.attempts + 1 >= MOST_ATTEMPTS || due.type === PING;
    await this.transactions.run(systemScope('webhooks'), async (em) => {
      const state = verdict.isDelivered ? 'delivered' : isOver ? 'failed' : 'pending';
      const written = await run(
        em,
        `update webhook_delivery set state = $2, attempts = attempts + 1, last_status = $3, last_reason = $4, last_attempt_at = $5, updated_at = $5
         where id = $1 and state = 'pending'`,
        [deliveryId, state, verdict.status, verdict.reason, now.toString()],
      );
      if (written === 1 && isOver && due.mayGo) await settleWebhook(em, { id: due.webhookId, verdict, now, counts: due.type !== PING });
    });
    this.logger.log({
      message: 'A webhook was tried',
      deliveryId,
      delivered: verdict.isDelivered,
      status: verdict.status,
      reason: verdict.reason,
    });
    if (verdict.isDelivered) return 'delivered';
    if (isOver) return 'failed';
    throw new Error(`not delivered: ${verdict.reason}`);
  }

  private due(deliveryId: string): Promise<Due | undefined> {
    const at = this.wall.now();
    return this.transactions.run(systemScope('webhooks'), (em) =>
      row<Due>(
        em,
        `select w.id as "webhookId", d.event_id as "eventId", d.type, d.body, d.attempts, w.url, w.state = 'active' or d.type = $3 as "mayGo",
           case when w.old_secret_until > $2 then array[w.secret, w.old_secret] else array[w.secret] end as secrets
         from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = $1 and d.state = 'pending'`,
        [deliveryId, at.toString(), PING],
      ),
    );
  }

  private async send({ url, body, eventId, secrets }: Due): Promise<Verdict> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Foerdertakt-Webhooks/1',
      ...sign(eventId, body, { at: this.wall.now(), secrets }),
    };
    try {
      const { status } = await this.outbound.send({ method: 'POST', url, headers, body, within: WITHIN_MS, mostBytes: 0 });
      return judgeAnswer(status);
    } catch (error) {
      if (error instanceof OutboundRefused) return judgeRefusal(error);
      throw error;
    }
  }
}
