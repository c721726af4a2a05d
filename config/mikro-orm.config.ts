import { PersonSchema } from '@app/accounts/person.schema.js';
import { FeedSchema } from '@app/calendar/feed.schema.js';
import { CallSchema } from '@app/funding/call.schema.js';
import { ProgramSchema } from '@app/funding/program.schema.js';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type EntitySchema, type Options } from '@mikro-orm/postgresql';
import { migrations } from './migrations/index.js';

/** Every stored class; the libs do not know of each other's. */
export const schemas: EntitySchema[] = [PersonSchema, ProgramSchema, CallSchema as never, FeedSchema as never];

/** The composition root of the database. `owner` is set for migrations and schema checks only. */
export function ormOptions(url: string): Options {
  return defineConfig({
    clientUrl: url,
    entities: schemas,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    logger: () => undefined,
    forceUtcTimezone: true,
    pool: { min: 0, max: 10 },
    // what is sent together need not be answered one by one (Transactions.runOne)
    driverOptions: { pipeline: true },
    ignoreUndefinedInQuery: false,
    migrations: {
      tableName: 'mikro_orm_migrations',
      migrationsList: migrations,
      path: 'dist/config/migrations',
      pathTs: 'config/migrations',
      snapshot: false,
      transactional: true,
      allOrNothing: true,
      emit: 'ts',
    },
  });
}

/** The ORM's command line takes the default export. */
export default ormOptions('postgres://localhost/foerdertakt');
