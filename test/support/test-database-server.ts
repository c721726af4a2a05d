import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import pg from 'pg';
import { migrate } from '../../config/migrate.js';

export const APP_PASSWORD = 'app-role-in-tests';

interface Started {
  readonly server: EmbeddedServer;
  readonly dataDir: string;
}

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

/** Nothing is left of it; where none was started, nothing happens. */
export async function stopTestDatabase(): Promise<void> {
  const { __PG__: started } = globalThis as { __PG__?: Started };
  if (!started) return;
  await started.server.stop();
  rmSync(started.dataDir, { recursive: true, force: true });
}
