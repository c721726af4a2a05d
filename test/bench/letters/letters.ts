import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, Sending } from '@app/mail/mailer.js';
import type { Message } from '@app/mail/message.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { toSmtpMessage } from '@app/mail/smtp-message.js';
import { NestFactory } from '@nestjs/core';
import { createTransport } from 'nodemailer';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { Crowd } from '../../faults/crowd.js';
import { startTestDatabase, stopTestDatabase } from '../../support/test-database-server.js';
import { type ServerProcess, startProcess } from '../feeds/child.js';
import { median } from '../measure.js';
import { judge, print } from '../report.js';

/** How many letters at a time, for each worker. */
const LETTERS = 600;
/** Not counted: a process that has run for a while is what sends letters in the morning. */
const WARM_UP = 2;
const WORKERS = 5;
const NO_LIMITS = { perMinute: 1_000_000, perMinuteAndDomain: 1_000_000 };
const OVER_WITHIN = 120_000;
const GOAL = { target: 0.9, floor: 0.8, atLeast: true, unit: '×' } as const;

/** The real mailer; keeps the last message, so that the bare pool sends the like. */
class KeepingMailer extends SmtpMailer {
  last: Message | undefined;

  override send(message: Message, sending?: Sending): Promise<Delivery> {
    this.last = message;
    return super.send(message, sending);
  }
}

/**
 * Letters a second through queue and ledger, from the first arrival of many to the last, against nodemailer's pool with nothing before or
 * behind it. A worker process leaves one letter at a time in the mail server's hands (ADR 0024): one worker stands beside a pool with one
 * connection, and as many workers as the pool has connections beside that.
 */
export async function letters(rounds: number): Promise<void> {
  await startTestDatabase();
  const server = await startProcess('../letters/mail-server.ts');
  const crowd = await Crowd.gather({ bound: 0, planned: 0 });
  const hand = await crowd.house.openHand(NO_LIMITS);
  const ours = (count: number) => async () => {
    await crowd.join(count);
    await crowd.house.plan();
    // what has just been planned waits a little for what may still come
    crowd.house.at(crowd.house.now().add({ minutes: 10 }).toString());
    await crowd.house.release(hand);
  };
  const sample = await sampleOf(crowd, server, ours(LETTERS));
  print(`\nletters to a mail server that needs 8 ms to store one, ${LETTERS} for each worker or connection`);
  for (const count of [1, WORKERS]) {
    const total = count * LETTERS;
    const already = count === 1 ? 0 : 1;
    const hired = Array.from({ length: count - already }, () => crowd.hire({ urlFor: () => server.origin }));
    await Promise.all(hired.map((worker) => crowd.ready(worker)));
    const rates = { workers: [] as number[], pool: [] as number[] };
    for (let round = 0; round < WARM_UP + rounds; round++) {
      const workers = await rateOf(server, total, ours(total));
      const pool = await rateOf(server, total, () => sendBare(server.origin, sample, { total, connections: count }));
      if (round < WARM_UP) continue;
      rates.workers.push(workers);
      rates.pool.push(pool);
    }
    const [workers, pool] = [median(rates.workers), median(rates.pool)];
    const name = `${count} × ${(workers / count).toFixed(0)} a second through queue and ledger, of a bare pool's ${pool.toFixed(0)}`;
    // Many workers share the cores with the mail server and the database: their line tells how much the machine was disturbed, too.
    judge(name, workers / pool, count === 1 ? GOAL : undefined);
  }
  await crowd.disperse();
  await server.stop();
  await stopTestDatabase();
}

/** A letter as a worker writes it. */
async function sampleOf(crowd: Crowd, server: ServerProcess, send: () => Promise<unknown>): Promise<Message> {
  const mailer = new KeepingMailer({ url: server.origin });
  const module = WorkerModule.forRoot({
    limits: NO_LIMITS,
    clock: crowd.house.clock,
    databaseUrl: crowd.house.database.url,
    mailer,
    baseUrl: 'https://foerdertakt.example',
    mailFrom: 'noreply@foerdertakt.example',
  });
  const worker = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  await rateOf(server, LETTERS, send);
  await worker.close();
  return mailer.last!;
}

async function rateOf(server: ServerProcess, total: number, send: () => Promise<unknown>): Promise<number> {
  await server.ask({ wish: {} });
  await send();
  for (const started = performance.now(); ; await sleep(20)) {
    const { count, ms } = await server.ask<{ count: number; ms: number }>({ wish: { count: true } });
    if (count === total) return ((total - 1) / ms) * 1_000;
    if (performance.now() - started > OVER_WITHIN) throw new Error(`only ${count} of ${total} letters arrived`);
  }
}

async function sendBare(url: string, sample: Message, { total, connections }: { total: number; connections: number }): Promise<void> {
  const transport = createTransport({ url, pool: true, maxConnections: connections, maxMessages: Number.POSITIVE_INFINITY });
  const numbers = Array.from({ length: total }, (_, index) => index);
  await Promise.all(numbers.map((number) => transport.sendMail(toSmtpMessage({ ...sample, id: `${number}@foerdertakt.example` }))));
  transport.close();
}
