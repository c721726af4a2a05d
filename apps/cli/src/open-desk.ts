import type { Env } from '@config/env.js';
import { migrate } from '@config/migrate.js';
import { SystemClock } from '@config/system-clock.js';
import type { INestApplicationContext } from '@nestjs/common';
import { missingMigrations } from './missing-migrations.js';
import { openOperatorContext } from './operator.module.js';
import { type ReachedDatabase, reachDatabase } from './reach-database.js';
import { EXIT, Refused } from './refusal.js';
import type { Desk } from './verb.js';

/** A desk for one verb; `close` gives everything back that was opened. */
export async function openDesk(env: Env): Promise<{ desk: Desk; close(): Promise<void> }> {
  const clock = new SystemClock();
  const database = await reachDatabase(env);
  let opened: Promise<INestApplicationContext> | undefined;
  const open = async () => {
    await bringUpToDate(database);
    return openOperatorContext({ databaseUrl: database.url, clock });
  };
  const context = () => {
    opened ??= open();
    return opened;
  };
  const close = async () => {
    await opened?.then((it) => it.close()).catch(() => undefined);
    await database.release();
  };
  return { desk: { env, clock, database, context }, close };
}

/** Somebody else's database is never migrated in passing: servers may be running on it. */
async function bringUpToDate(database: ReachedDatabase): Promise<void> {
  if (database.isOurs) await migrate(database.ownerUrl);
  else if ((await missingMigrations(database.ownerUrl)).length > 0) {
    throw new Refused('Die Datenbank ist nicht auf dem neuesten Stand. Bitte zuerst: npm run cli -- migrate', EXIT.unavailable);
  }
}
