import { CreatePerson, type NewPerson } from '@app/accounts/create-person.js';
import type { PersonView } from '@app/accounts/person-view.js';
import { systemActor } from '@app/kernel/actor.js';
import { FixedClock } from '@app/kernel/clock.js';
import { appConnectionOptions } from '@app/persistence/connection.js';
import { Jobs } from '@app/persistence/jobs.js';
import { Transactions } from '@app/persistence/transactions.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { PgBoss } from 'pg-boss';
import { ormOptions } from '../../../config/mikro-orm.config.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

export const DUEREN = { id: '01900000-0000-7000-8000-000000000001', key: 'DE:05358008', name: 'Düren' };
export const GUETERSLOH = { id: '01900000-0000-7000-8000-000000000002', key: 'DE:05754008', name: 'Gütersloh' };
export const OPERATOR = systemActor('test');
export const PASSWORD = 'Feuerwehr-2014';
export const CLERK: NewPerson = {
  email: 'jansen@rathaus.example',
  name: 'Anke Jansen',
  language: 'de',
  roles: ['staff'],
  authorities: [DUEREN.key],
  password: PASSWORD,
};

/** A database with two towns, and what the use cases of accounts are made of. */
export interface TownHall {
  readonly database: TestDatabase;
  readonly transactions: Transactions;
  readonly clock: FixedClock;
  readonly jobs: Jobs;
  create(details?: Partial<NewPerson>): Promise<PersonView>;
  close(): Promise<void>;
}

async function addTowns(database: TestDatabase): Promise<void> {
  for (const [index, town] of [DUEREN, GUETERSLOH].entries()) {
    await database.sql(
      `insert into authority (id, ordinal, key, name, official_name, types, territory, zone, origin, source, search_text, revision, version, created_at, updated_at)
        values ($1, $2, $3, $4, $4, '{municipality}', 'DE-05', 'Europe/Berlin', 'entered', 's', 'n', 0, 1, '2014-01-01', '2014-01-01')`,
      [town.id, index, town.key, town.name],
    );
  }
}

export async function openTownHall(): Promise<TownHall> {
  const database = await freshDatabase();
  await addTowns(database);
  const orm = await MikroORM.init(ormOptions(database.url));
  const boss = new PgBoss({
    ...appConnectionOptions(database.url),
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  const transactions = new Transactions(orm);
  const clock = new FixedClock(Temporal.Instant.from('2014-06-27T04:30:00Z'));
  const jobs = new Jobs(boss);
  const createPerson = new CreatePerson(transactions, clock, jobs);
  return {
    database,
    transactions,
    clock,
    jobs,
    create: (details = {}) => createPerson.run(OPERATOR, { ...CLERK, ...details }),
    close: async () => {
      await boss.stop({ graceful: false });
      await orm.close();
      await database.drop();
    },
  };
}
