import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnsureAdmin } from '@app/accounts/ensure-admin.js';
import { Instance } from '@app/accounts/instance.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import type { Clock } from '@app/kernel/clock.js';
import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import { readEnv } from '@config/env.js';
import { createServer } from '../../apps/server/src/create-server.js';
import { freePort, urlOf } from '../../apps/server/src/free-port.js';
import { openDatabase } from '../../apps/standalone/src/open-database.js';

const TOKEN = 'token-of-the-administrator-outside-of-jest-0123';
const DOMAIN = 'product.example';

/** The whole server on a database of its own, for what runs outside of jest. */
export interface Product {
  readonly baseUrl: string;
  /** As administrator; throws what the server answers, unless it is a success. */
  send<Answer>(path: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startProduct(clock: Clock): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foerdertakt-product-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  await postgres.ensureDatabase('product');
  const databaseUrl = await openDatabase({ url: undefined, ownerUrl: postgres.url('product') });
  const port = await freePort('127.0.0.1');
  const baseUrl = urlOf('127.0.0.1', port);
  const env = readEnv({ NODE_ENV: 'production', DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
  const app = await createServer({ env, clock, databaseUrl, baseUrl, demonstration: false, clockIsSet: false }, false);
  await app.listen(port, '127.0.0.1');
  await app.get(Instance, { strict: false }).ensure({ domain: DOMAIN, demonstration: false });
  await app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
  const admin = { email: `admin@${DOMAIN}`, password: 'a-password-outside-of-jest', token: TOKEN };
  await app.get(EnsureAdmin, { strict: false }).run(admin);
  const stop = async () => {
    await app.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { baseUrl, send: sender(baseUrl), stop };
}

function sender(baseUrl: string): Product['send'] {
  return async <Answer>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const all = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers };
    const answer = await fetch(`${baseUrl}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: all });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Answer>;
  };
}
