import type { Clock } from '@app/kernel/clock.js';
import { appConnectionOptions, refusalOf } from '@app/persistence/connection.js';
import pg from 'pg';
import { missingMigrations } from '../missing-migrations.js';

/** Sessions, letters and deadlines are reckoned by the server's clock; a database that thinks otherwise is a sign that one of both is wrong. */
const DRIFT_SECONDS = 5;
const CONNECT_LIMIT_MS = 8_000;

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ ...appConnectionOptions(url), connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function checkConnection(url: string): Promise<string> {
  // Without the role: before the first migration it does not exist.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    return `PostgreSQL ${rows[0]!.version} antwortet`;
  } finally {
    await client.end();
  }
}

/** Throws when the application would refuse this database. */
export async function checkRole(url: string): Promise<string> {
  return connected(url, async (client) => {
    const refusal = await refusalOf((sql) => client.query(sql));
    if (refusal) throw new Error(refusal);
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    return `die Anwendung arbeitet als ${rows[0]!.name}, ohne Sonderrechte`;
  });
}

export async function checkMigrations(ownerUrl: string): Promise<string> {
  const missing = await missingMigrations(ownerUrl);
  if (missing.length > 0) throw new Error(`es fehlen ${missing.length} (npm run cli -- migrate): ${missing.join(', ')}`);
  return 'alle ausgeführt';
}

export async function checkClock(url: string, clock: Clock): Promise<string> {
  return connected(url, async (client) => {
    const before = clock.now();
    const { rows } = await client.query<{ ms: string }>(`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as ms`);
    const after = clock.now();
    const middle = (before.epochMilliseconds + after.epochMilliseconds) / 2;
    const drift = Math.round(Number(rows[0]!.ms) - middle);
    if (Math.abs(drift) > DRIFT_SECONDS * 1_000) throw new Error(`die Uhr der Datenbank weicht um ${drift / 1_000} Sekunden ab`);
    return `geht wie die der Datenbank (Abweichung ${drift} ms)`;
  });
}
