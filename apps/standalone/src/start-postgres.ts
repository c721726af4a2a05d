import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import type { Env } from '@config/env.js';
import { EMBEDDED_DATABASE } from '../../cli/src/reach-database.js';
import { say } from '../../cli/src/say.js';
import type { Running } from './running.js';

export interface DatabaseUrls {
  /** For work, where the operator gave one; the embedded server's is made after the migrations. */
  readonly url: string | undefined;
  /** For migrations. */
  readonly ownerUrl: string;
}

/** DATABASE_URL, or the PostgreSQL that comes with the product, started in DATA_DIR. */
export async function startPostgres(env: Env, running: Running): Promise<DatabaseUrls> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, ownerUrl: env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL };
  say(`  PostgreSQL startet (${env.DATA_DIR}) …`);
  const server = await startEmbeddedPostgres({ dataDir: env.DATA_DIR });
  running.started('PostgreSQL', () => server.stop());
  await server.ensureDatabase(EMBEDDED_DATABASE);
  return { url: undefined, ownerUrl: server.url(EMBEDDED_DATABASE) };
}
