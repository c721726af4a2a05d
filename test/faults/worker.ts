import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { SystemClock } from '@config/system-clock.js';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';

/** What a worker of these tests is told, as JSON in its first argument. */
export interface WorkerOrder {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** How far its clock is from the real one, in milliseconds: the same for all workers, whenever they were started. */
  readonly shiftMs: number;
}

/** As apps/worker/src/main.ts, which refuses a set clock. */
async function main(order: WorkerOrder): Promise<void> {
  const clock = new SystemClock(new SystemClock().now().add({ milliseconds: order.shiftMs }));
  const mailer = new SmtpMailer({ url: order.smtpUrl });
  const links = { baseUrl: 'https://foerdertakt.example', mailFrom: 'Fördertakt <noreply@foerdertakt.example>' };
  // A crowd of one domain; the limits have a test of their own.
  const limits = { perMinute: 1_000_000, perMinuteAndDomain: 1_000_000 };
  const module = WorkerModule.forRoot({ limits, clock, databaseUrl: order.databaseUrl, mailer, ...links });
  const app = await NestFactory.createApplicationContext(module, { logger: ['warn', 'error'], abortOnError: false });
  app.enableShutdownHooks();
  process.stdout.write('ready\n');
}

await main(JSON.parse(process.argv[2]!) as WorkerOrder);
