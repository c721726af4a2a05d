import { randomBytes } from 'node:crypto';
import { APP_ROLE } from '@app/persistence/connection.js';
import { migrate } from '@config/migrate.js';
import pg from 'pg';
import { EXIT, Refused } from '../../cli/src/refusal.js';
import { say } from '../../cli/src/say.js';
import type { DatabaseUrls } from './start-postgres.js';

const CONNECT_LIMIT_MS = 10_000;
/** SQLSTATE 42501. */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * The database, migrated; answers the application's URL, without the rights of the owner.
 * @public loaded by start.ts while other things start
 */
export async function openDatabase({ url, ownerUrl }: DatabaseUrls): Promise<string> {
  const migrations = await migrateOrRefuse(ownerUrl);
  if (migrations.length > 0) say(`  Datenbank eingerichtet (${migrations.length} Schritte)`);
  return url ?? loginOfApplication(ownerUrl);
}

/** What an operator can put right is told in a sentence. */
async function migrateOrRefuse(ownerUrl: string): Promise<string[]> {
  await refuseUnreachable(ownerUrl);
  try {
    return await migrate(ownerUrl);
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    const why = (error as Error).message.split('\n', 1)[0];
    const sentence = `Zum Einrichten der Datenbank fehlen Rechte (${why}). Nennen Sie mit MIGRATION_DATABASE_URL eine Anmeldung, die sie hat.`;
    throw new Refused(sentence, EXIT.unavailable);
  }
}

async function refuseUnreachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const { host, pathname } = new URL(url);
    throw new Refused(`Die Datenbank ${host}${pathname} ist nicht zu erreichen: ${message || code}`, EXIT.unavailable);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The application's own role gets a password that holds until the next start; nobody else knows it. */
async function loginOfApplication(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`alter role ${APP_ROLE} login password '${password}'`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(ownerUrl), { username: APP_ROLE, password }).toString();
}
