import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnsureAdmin } from '@app/accounts/ensure-admin.js';
import { Instance } from '@app/accounts/instance.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import { readEnv } from '@config/env.js';
import { SystemClock } from '@config/system-clock.js';
import { createServer } from '../../../apps/server/src/create-server.js';
import { freePort, urlOf } from '../../../apps/server/src/free-port.js';
import { openDatabase } from '../../../apps/standalone/src/open-database.js';
import { answering } from './answering.js';

/** The whole server on a database of its own, with a subscription of one authority. */
const TOKEN = 'token-of-the-administrator-of-the-bench-0123';
const dataDir = mkdtempSync(join(tmpdir(), 'foerdertakt-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
await postgres.ensureDatabase('bench');
const databaseUrl = await openDatabase({ url: undefined, ownerUrl: postgres.url('bench') });
const port = await freePort('127.0.0.1');
const baseUrl = urlOf('127.0.0.1', port);
const env = readEnv({ NODE_ENV: 'production', DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' });
const options = { env, clock: new SystemClock(), databaseUrl, baseUrl, demonstration: false, clockIsSet: false };
const app = await createServer(options, false);
await app.listen(port, '127.0.0.1');
await app.get(Instance, { strict: false }).ensure({ domain: 'bench.example', demonstration: false });
await app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
await app.get(EnsureAdmin, { strict: false }).run({ email: 'admin@bench.example', password: 'a-password-of-the-bench', token: TOKEN });

async function send<Answer>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const all = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers };
  const answer = await fetch(`${baseUrl}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: all });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Answer>;
}

const program = await send<{ id: string }>('/programs', {
  title: { de: 'Digitale Modellkommune', en: 'Digital model municipality' },
  partners: [{ name: 'Bundesministerium des Innern', role: 'funder' }],
  topics: ['Digitalisierung'],
});
const feed = await send<{ url: string }>('/authorities/DE:05358008/feeds', { scope: 'eligible' });
let events = 0;

async function fill(count: number): Promise<{ path: string }> {
  for (; events < count; events++) {
    const deadline = { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes' };
    const date = `20${30 + (events % 9)}-0${1 + (events % 8)}-${10 + (events % 18)}`;
    const call = await send<{ id: string }>('/calls', {
      programId: program.id,
      round: `${2027 + events}`,
      rule: { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 + events } }] },
      deadlines: [{ ...deadline, schedule: { kind: 'fixed', closes: { date } } }],
      award: { count: 5, amountEach: { amount: '60000.00', currency: 'EUR' } },
    });
    await send(`/calls/${call.id}/publication`, {}, { 'if-match': '"1"' });
  }
  return { path: new URL(feed.url).pathname };
}

answering(baseUrl, {
  set: fill,
  stop: async () => {
    await app.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});
