import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runningPostmaster } from './postmaster.js';

/** The PostgreSQL that another process of ours runs below `dataDir`: how to reach it, without the right to stop it. Undefined when none is ready there. */
export function runningPostgres(dataDir: string): { url(database: string): string } | undefined {
  const root = resolve(dataDir);
  const server = runningPostmaster(join(root, 'pgdata'));
  const passwordFile = join(root, 'password');
  if (!server?.ready || !existsSync(passwordFile)) return undefined;
  const password = readFileSync(passwordFile, 'utf8').trim();
  return { url: (database) => `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}` };
}
