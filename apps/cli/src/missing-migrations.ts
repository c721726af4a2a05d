import { migrations } from '@config/migrations/index.js';
import pg from 'pg';

/** Names of the migrations of this version that have not run in the database. */
export async function missingMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ present: boolean }>(`select to_regclass('mikro_orm_migrations') is not null as present`);
    const done = rows[0]!.present ? (await client.query<{ name: string }>('select name from mikro_orm_migrations')).rows : [];
    const names = new Set(done.map(({ name }) => name));
    return migrations.map(({ name }) => name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}
