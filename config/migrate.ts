import { APP_ROLE } from '@app/persistence/connection.js';
import { QUEUES } from '@app/persistence/jobs.js';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { ormOptions } from './mikro-orm.config.js';

/** Brings a database up to date as its owner: tables, the application's role and grants, the queue's schema and queues. Answers the names of what ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init(ormOptions(ownerUrl));
  try {
    const done = await orm.migrator.up();
    await prepareQueues(ownerUrl);
    return done.map((migration) => migration.name);
  } finally {
    await orm.close();
  }
}

/** pg-boss keeps its own schema; the application's role may use it but not change it, and may see which migrations have run (/health/ready). */
async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  for (const [name, options] of Object.entries(QUEUES)) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, options);
  }
  await boss.stop({ graceful: false });
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`grant usage on schema pgboss to ${APP_ROLE}; grant select, insert, update, delete on all tables in schema pgboss to ${APP_ROLE};
      grant execute on all functions in schema pgboss to ${APP_ROLE}; grant usage, select on all sequences in schema pgboss to ${APP_ROLE};
      grant select on mikro_orm_migrations to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
