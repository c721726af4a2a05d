import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrate } from './migrate.js';
import { ormOptions } from './mikro-orm.config.js';

/** What the mapped classes would change in a migrated database: column by column nothing, else a migration is missing. */
export async function schemaDifference(ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init(ormOptions(ownerUrl));
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: true, dropTables: false });
    // Indexes, checks and foreign keys stand in the migrations alone: the classes do not repeat them.
    return sql
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => /\b(add column|alter column|create table|drop column)\b/.test(statement));
  } finally {
    await orm.close();
  }
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foerdertakt-schema-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    await server.ensureDatabase('schema_check');
    await migrate(server.url('schema_check'));
    const difference = await schemaDifference(server.url('schema_check'));
    process.stdout.write(difference.length === 0 ? 'schema: up to date\n' : `schema differs:\n${difference.join(';\n')}\n`);
    process.exitCode = difference.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) await main();
