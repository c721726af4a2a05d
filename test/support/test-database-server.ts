import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import pg from 'pg';
import { migrate } from '../../config/migrate.js';

export const APP_PASSWORD = 'app-role-in-tests';

/** One cluster a jest run, nothing flushed; spec files clone the migrated template and connect as the application's plain role. */
export async function startTestDatabase(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foerdertakt-test-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false, settings: { max_connections: '200' } });
  await server.ensureDatabase('template_app');
  await migrate(server.url('template_app'));
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query(`alter role foerdertakt_app login password '${APP_PASSWORD}'`);
  await client.end();
  Object.assign(globalThis, { __PG__: { server, dataDir } });
  process.env.TEST_PG_OWNER = server.url('');
}
