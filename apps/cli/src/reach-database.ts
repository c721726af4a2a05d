import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import { FolderInUse, lockFolder } from '@app/persistence/embedded/folder-lock.js';
import { runningPostgres } from '@app/persistence/embedded/running-postgres.js';
import type { Env } from '@config/env.js';
import { EXIT, Refused } from './refusal.js';

/** Name of the database inside the embedded PostgreSQL. */
export const EMBEDDED_DATABASE = 'foerdertakt';

export interface ReachedDatabase {
  /** For work: the application's role, or a login that becomes it. */
  readonly url: string;
  /** For migrations. */
  readonly ownerUrl: string;
  /** It was started for this verb alone, so the verb may bring it up to date. */
  readonly isOurs: boolean;
  release(): Promise<void>;
}

/**
 * DATABASE_URL, else the embedded PostgreSQL of DATA_DIR: that of the running standalone, which goes on afterwards, or one that is started for the
 * verb and stopped after it. Throws Refused while the standalone is still starting.
 */
export async function reachDatabase(env: Env): Promise<ReachedDatabase> {
  if (env.DATABASE_URL) {
    const ownerUrl = env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL;
    return { url: env.DATABASE_URL, ownerUrl, isOurs: false, release: async () => undefined };
  }
  try {
    return await startForVerb(env.DATA_DIR, lockFolder(env.DATA_DIR));
  } catch (error) {
    if (error instanceof FolderInUse) return share(env.DATA_DIR, error);
    throw error;
  }
}

async function startForVerb(dataDir: string, unlock: () => void): Promise<ReachedDatabase> {
  try {
    const server = await startEmbeddedPostgres({ dataDir });
    await server.ensureDatabase(EMBEDDED_DATABASE);
    const url = server.url(EMBEDDED_DATABASE);
    return { url, ownerUrl: url, isOurs: true, release: () => server.stop().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function share(dataDir: string, { dir, pid }: FolderInUse): ReachedDatabase {
  const server = runningPostgres(dataDir);
  if (!server) throw new Refused(`Prozess ${pid} hat den Ordner ${dir}, seine Datenbank ist aber noch nicht bereit.`, EXIT.tryLater);
  const url = server.url(EMBEDDED_DATABASE);
  return { url, ownerUrl: url, isOurs: false, release: async () => undefined };
}
