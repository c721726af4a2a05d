import { setTimeout as wait } from 'node:timers/promises';
import { SystemClock } from '@config/system-clock.js';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { DUEREN, ReminderHouse } from './reminder-house.js';

/** So that everything is planned well before 07:00, and a tick of 15 s falls soon after it. */
const BEFORE_SEVEN = '2014-06-27T04:59:47Z';

describe('two whole workers on one database, from the publication to the mail', () => {
  let house: ReminderHouse;
  const workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    house = await ReminderHouse.open();
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await house.close();
  });

  it('send one letter within 90 s, and stop cleanly', async () => {
    await house.employ(DUEREN);
    await house.publish();
    const options = { databaseUrl: house.database.url, baseUrl: 'https://foerdertakt.example', mailFrom: 'noreply@foerdertakt.example' };
    const clock = new SystemClock(Temporal.Instant.from(BEFORE_SEVEN));
    for (let made = 0; made < 2; made += 1) {
      const module = WorkerModule.forRoot({ ...options, clock, mailer: house.mailer });
      workers.push(await NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false }));
    }
    for (let seconds = 0; seconds < 60 && house.mailer.sent.length === 0; seconds += 1) await wait(1_000);
    await wait(2_000);
    expect(house.mailer.takeSubjects()).toEqual(['Noch 28 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)']);
    expect((await house.ledger())[0]).toMatchObject({ lead: 28, state: 'sent' });
    const runs = await house.database.sql<{ task: string }>('select distinct task from task_run order by 1');
    expect(runs.map(({ task }) => task)).toContain('release-due-letters');
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    const left = await house.database.sql(`select name, state from pgboss.job where state not in ('completed')`);
    expect(left).toEqual([]);
  }, 90_000);
});
