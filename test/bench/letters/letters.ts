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
import { startProcess } from '../feeds/child.js';
import { median } from '../measure.js';
import { judge, print } from '../report.js';

const LETTERS = 300;
const NO_LIMITS = { perMinute: 1_000_000, perMinuteAndDomain: 1_000_000 };
const OVER_WITHIN = 120_000;

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
 * behind it. A mail server has one letter of ours at a time in its hands (ADR 0004), so has the pool that is judged by; one with five
 * connections shows what that promise costs.
 */
export async function letters(rounds: number): Promise<void> {
  await startTestDatabase();
  const server = await startProcess('../letters/mail-server.ts');
  const crowd = await Crowd.gather({ bound: 0, planned: 0 });
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
  const hand = await crowd.house.openHand(NO_LIMITS);

  const rateOf = async (send: () => Promise<unknown>): Promise<number> => {
    await server.ask({ wish: {} });
    await send();
    for (const started = performance.now(); ; await sleep(20)) {
      const { count, ms } = await server.ask<{ count: number; ms: number }>({ wish: { count: true } });
      if (count === LETTERS) return ((LETTERS - 1) / ms) * 1_000;
      if (performance.now() - started > OVER_WITHIN) throw new Error(`only ${count} of ${LETTERS} letters arrived`);
    }
  };
  const ours = async () => {
    await crowd.join(LETTERS);
    await crowd.house.plan();
    // what has just been planned waits a little for what may still come
    crowd.house.at(crowd.house.now().add({ minutes: 10 }).toString());
    await crowd.house.release(hand);
  };
  const pool = (connections: number) => async () => {
    const transport = createTransport({
      url: server.origin,
      pool: true,
      maxConnections: connections,
      maxMessages: Number.POSITIVE_INFINITY,
    });
    const numbers = Array.from({ length: LETTERS }, (_, index) => index);
    const { last } = mailer;
    await Promise.all(numbers.map((number) => transport.sendMail(toSmtpMessage({ ...last!, id: `${number}@foerdertakt.example` }))));
    transport.close();
  };

  const rates = { ours: [] as number[], one: [] as number[], five: [] as number[] };
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const measured = { ours: await rateOf(ours), one: await rateOf(pool(1)), five: await rateOf(pool(5)) };
    if (round > 0) for (const name of ['ours', 'one', 'five'] as const) rates[name].push(measured[name]);
  }
  const [through, one, five] = [median(rates.ours), median(rates.one), median(rates.five)];
  print(`\n${LETTERS} letters, a mail server that needs 8 ms to store one`);
  print(`  a worker ${through.toFixed(0)} a second, a bare pool one at a time ${one.toFixed(0)}, with five connections ${five.toFixed(0)}`);
  judge('letters through queue and ledger, of a bare pool that sends one at a time', through / one, {
    target: 0.9,
    floor: 0.8,
    atLeast: true,
    unit: '×',
  });
  judge('of a bare pool with five connections', through / five);
  await worker.close();
  await crowd.disperse();
  await server.stop();
  await stopTestDatabase();
}
