import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { fromKysely, type KyselyTransactionLike, PgBoss } from 'pg-boss';

/** The queues and how each is worked. Retries wait in real seconds; nothing of the domain's time is ever given to the queue. */
export const QUEUES = {
  'call-changed': { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 60 },
  'authorities-changed': { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 60 },
  'matches-changed': { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 60 },
  'recipients-changed': { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 60 },
  'register-import': { retryLimit: 3, retryDelay: 2, retryBackoff: true, retryDelayMax: 60, expireInSeconds: 120 },
  // A letter whose worker was killed has another within two minutes: 45 s, up to 20 s until somebody looks, 10 to 20 s of pause. After
  // temporary trouble of the mail server the pauses double; together they last 10 to 14 hours.
  'send-letter': { retryLimit: 12, retryDelay: 10, retryBackoff: true, retryDelayMax: 14_400, expireInSeconds: 45 },
  // A receiver that is away for a day still hears of it: the pauses double up to six hours, together they last 20 to 30 hours.
  'deliver-webhook': { retryLimit: 14, retryDelay: 15, retryBackoff: true, retryDelayMax: 21_600, expireInSeconds: 45 },
} as const;

export type Queue = keyof typeof QUEUES;

/** What each queue's job carries: ids only, the truth is in the tables. */
export interface JobData {
  'call-changed': { callId: string };
  'authorities-changed': { importId?: string; authorityIds?: string[] };
  'matches-changed': { callId: string };
  'recipients-changed': { personId: string };
  'register-import': { importId: string };
  'send-letter': { letterId: string };
  'deliver-webhook': { deliveryId: string };
}

/** Puts jobs into the queue inside the transaction that makes them necessary: both happen or neither. */
@Injectable()
export class Jobs {
  constructor(private readonly boss: PgBoss) {}

  async enqueue<Name extends Queue>(em: EntityManager, queue: Name, data: JobData[Name]): Promise<void> {
    const transaction = em.getTransactionContext<KyselyTransactionLike>();
    if (!transaction) throw new Error(`job ${queue} was enqueued outside a transaction`);
    await this.boss.send(queue, data, { db: fromKysely(transaction) });
  }
}
