import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrations } from '../../config/migrations/index.js';
import { schemaDifference } from '../../config/schema-check.js';
import { freshDatabase } from '../support/database.js';

describe('migrations', () => {
  it('are all listed', () => {
    const folder = fileURLToPath(new URL('../../config/migrations/', import.meta.url));
    const files = readdirSync(folder).filter((file) => file.startsWith('Migration'));
    expect(migrations.map((migration) => `${migration.name}.ts`)).toEqual(files.sort());
  });

  it('leave nothing for the mapped classes to change', async () => {
    const database = await freshDatabase();
    expect(await schemaDifference(database.ownerUrl)).toEqual([]);
    await database.drop();
  });

  it('put every table that an authority owns under forced row-level security', async () => {
    const database = await freshDatabase();
    const owned = await database.sql<{ table: string; forced: boolean }>(
      `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and c.relname = any ($1)`,
      [
        [
          'fact',
          'feed',
          'renewed_feed_token',
          'reminder_preference',
          'letter',
          'letter_copy',
          'absence',
          'letter_address',
          'address_token',
          'address_trouble',
          'reminder',
          'notice',
          'letter_option',
          'webhook',
          'webhook_delivery',
          'saved_search',
          'match_watermark',
          'authority_mail',
        ],
      ],
    );
    expect(owned.filter(({ forced }) => !forced)).toEqual([]);
    expect(owned).toHaveLength(18);
    await database.drop();
  });
});
