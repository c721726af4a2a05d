import { setTimeout as wait } from 'node:timers/promises';
import { Outbound } from '@app/outbound/outbound.js';
import { ReleaseDueLetters } from '@app/reminders/release-due-letters.js';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { FakeMailer } from './fake-mailer.js';
import type { TestServer } from './server.js';

export interface TestWorker {
  readonly mailer: FakeMailer;
  /** Lets the due letters go now instead of at the next tick, and waits until the queue has nothing to do. */
  work(): Promise<void>;
  /** Waits until the queue has nothing to do. */
  settle(): Promise<void>;
  /** A use case of the worker. */
  get<UseCase>(type: Type<UseCase>): UseCase;
  close(): Promise<void>;
}

/** A whole worker beside the test server, on its clock and database; mail goes to a fake mail server. */
export async function startTestWorker(server: TestServer): Promise<TestWorker> {
  const mailer = new FakeMailer();
  const options = {
    clock: server.clock,
    databaseUrl: server.database.url,
    baseUrl: server.url,
    mailFrom: 'noreply@foerdertakt.example',
    mailer,
    // Receivers in tests listen on this machine.
    outbound: new Outbound({ allow: ['127.0.0.1'] }),
  };
  const worker: INestApplicationContext = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['error'],
    abortOnError: false,
  });
  const settle = async () => {
    for (let tries = 0; tries < 300; tries += 1) {
      const busy = await server.database.sql(`select 1 from pgboss.job where state in ('created', 'retry', 'active') limit 1`);
      if (busy.length === 0) return;
      await wait(100);
    }
    throw new Error('the queue did not come to rest');
  };
  return {
    mailer,
    settle,
    work: async () => {
      await settle();
      await worker.get(ReleaseDueLetters, { strict: false }).run(server.clock.now());
      await settle();
    },
    get: (type) => worker.get(type, { strict: false }),
    close: () => worker.close(),
  };
}
