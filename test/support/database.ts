import { APP_ROLE } from '@app/persistence/connection.js';
import pg from 'pg';
import { APP_PASSWORD } from './test-database-server.js';

export interface TestDatabase {
  /** As the application connects: its plain role, subject to row-level security. */
  readonly url: string;
  /** As the owner, for looking behind the scenes. */
  readonly ownerUrl: string;
  /** Runs SQL as the owner. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

async function asOwner<Row extends pg.QueryResultRow>(url: string, text: string, values?: unknown[]): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A fresh database cloned from the migrated template: real commits, full isolation. */
export async function freshDatabase(): Promise<TestDatabase> {
  const owner = process.env.TEST_PG_OWNER!;
  const name = `t_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const admin = `${owner}postgres`;
  await asOwner(admin, `create database "${name}" template template_app strategy file_copy`);
  const ownerUrl = owner + name;
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = APP_PASSWORD;
  return {
    url: url.toString(),
    ownerUrl,
    sql: (text, values) => asOwner(ownerUrl, text, values),
    drop: async () => {
      await asOwner(admin, `drop database if exists "${name}" with (force)`);
    },
  };
}
