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
  // A killed worker's letter has another within a minute: its pulse counts as lost after 20 s, up to 20 s until somebody looks, some seconds
  // of pause. The expiry is for a worker that lives and waits for a mail server. Temporary refusals are no retries (libs/reminders/src/back-off.ts).
  'send-letter': {
    retryLimit: 30,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 60,
    expireInSeconds: 300,
    heartbeatSeconds: 20,
    deleteAfterSeconds: 86_400,
  },
  // A receiver that is away for a day still hears of it: the pauses double up to six hours, together they last 20 to 30 hours. The delivery
  // counts its attempts itself and ends before the queue does.
  'deliver-webhook': { retryLimit: 30, retryDelay: 15, retryBackoff: true, retryDelayMax: 21_600, expireInSeconds: 45 },
} as const;

export type Queue = keyof typeof QUEUES;

/** What each queue's job carries: ids only, the truth is in the tables. */
export interface JobData {
  'call-changed': { callId: string };
  'authorities-changed': { importId?: string; authorityIds?: string[] };
  'matches-changed': { callId: string };
  'recipients-changed': { personId: string };
  'register-import': { importId: string };
  /** `refusals` of the letter when the job was made; absent: none. */
  'send-letter': { letterId: string; refusals?: number };
  'deliver-webhook': { deliveryId: string };
}

/** Puts jobs into the queue inside the transaction that makes them necessary: both happen or neither. */
@Injectable()
export class Jobs {
  constructor(private readonly boss: PgBoss) {}

  async enqueue<Name extends Queue>(em: EntityManager, queue: Name, data: JobData[Name], { afterSeconds = 0 }: Delay = {}): Promise<void> {
    await this.boss.send(queue, data, { db: databaseOf(em, queue), ...(afterSeconds > 0 && { startAfter: afterSeconds }) });
  }

  /** As many at once, in one statement. */
  async enqueueAll<Name extends Queue>(em: EntityManager, queue: Name, jobs: readonly JobData[Name][]): Promise<void> {
    if (jobs.length === 0) return;
    await this.boss.insert(
      queue,
      jobs.map((data) => ({ data })),
      { db: databaseOf(em, queue) },
    );
  }
}

export interface Delay {
  /** Real seconds from now: whoever waits for an hour waits for a real one, whatever the set clock says. */
  readonly afterSeconds?: number;
}

function databaseOf(em: EntityManager, queue: Queue) {
  const transaction = em.getTransactionContext<KyselyTransactionLike>();
  if (!transaction) throw new Error(`job ${queue} was enqueued outside a transaction`);
  return fromKysely(transaction);
}
