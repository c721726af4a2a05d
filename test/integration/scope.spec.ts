import { scopeOf } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../../config/mikro-orm.config.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const DUEREN = '01900000-0000-7000-8000-000000000001';
const GUETERSLOH = '01900000-0000-7000-8000-000000000002';

describe('row-level security, with the query’s own filter left out', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  let transactions: Transactions;

  beforeAll(async () => {
    database = await freshDatabase();
    for (const [index, id] of [DUEREN, GUETERSLOH].entries()) {
      await database.sql(
        `insert into authority values ($1, $2, $3, 'n', 'n', '{municipality}', 'DE-0', null, 'Europe/Berlin', 'entered', 's', null, null, null, 'n', 0, 1, '2014-01-01', '2014-01-01')`,
        [id, index, `DE:${index}`],
      );
      await database.sql(`insert into feed values ($1, $1, $1, 'eligible', 'de', $2, null, null, null, 1, '2014-01-01', '2014-01-01')`, [
        id,
        `hash-${index}`,
      ]);
    }
    orm = await MikroORM.init(ormOptions(database.url));
    transactions = new Transactions(orm);
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  const feedsSeen = (scope: Parameters<Transactions['run']>[0]) =>
    transactions.run(scope, (em) => rows<{ authority_id: string }>(em, 'select authority_id from feed order by 1'));

  it('shows staff what belongs to their own authority only', async () => {
    const clerk = { kind: 'person', id: DUEREN, roles: ['staff'], authorityIds: [DUEREN] } as const;
    expect(await feedsSeen(scopeOf(clerk))).toEqual([{ authority_id: DUEREN }]);
  });

  it('shows nothing to somebody who is not signed in', async () => {
    expect(await feedsSeen(scopeOf(undefined))).toEqual([]);
  });

  it('does not leak the scope of one transaction into the next', async () => {
    expect(await feedsSeen({ kind: 'system', place: 'feed-token' })).toHaveLength(2);
    expect(await feedsSeen({ kind: 'nobody' })).toEqual([]);
  });

  describe('with a statement that is sent in one message', () => {
    const system = { kind: 'system', place: 'feed-token' } as const;
    const seeing = {
      name: 'test-feeds',
      text: 'select authority_id from feed where authority_id <> $1 order by 1',
      parameters: [GUETERSLOH],
    };
    const hashes = () => transactions.run(system, (em) => rows<{ token_hash: string }>(em, 'select token_hash from feed order by 1'));

    it('shows what its scope shows, and leaves nothing of it behind', async () => {
      expect(await transactions.runOne(system, seeing)).toEqual([{ authority_id: DUEREN }]);
      expect(await transactions.runOne({ kind: 'nobody' }, seeing)).toEqual([]);
      expect(await feedsSeen({ kind: 'nobody' })).toEqual([]);
    });

    it('keeps what it changed', async () => {
      await transactions.runOne(system, {
        name: 'test-renewing',
        text: `update feed set token_hash = token_hash || $1 where authority_id = $2`,
        parameters: ['-renewed', DUEREN],
      });
      expect(await hashes()).toEqual([{ token_hash: 'hash-0-renewed' }, { token_hash: 'hash-1' }]);
    });

    it('keeps nothing of what failed, and the connection serves the next', async () => {
      const before = await hashes();
      const failing = {
        name: 'test-failing',
        text: `with changed as (update feed set token_hash = token_hash || '-lost' returning 1) select 1 / (count(*) - $1::int) from changed`,
        parameters: [2],
      };
      await expect(transactions.runOne(system, failing)).rejects.toThrow(/division by zero/);
      expect(await hashes()).toEqual(before);
      expect(await transactions.runOne(system, seeing)).toEqual([{ authority_id: DUEREN }]);
    });
  });

  it('refuses to write for another authority', async () => {
    const clerk = { kind: 'person', id: DUEREN, roles: ['staff'], authorityIds: [DUEREN] } as const;
    const foreign = transactions.run(scopeOf(clerk), (em) =>
      rows(
        em,
        `insert into feed select $1, $2, created_by, scope, language, 'new', null, null, null, 1, created_at, updated_at from feed limit 1`,
        ['01900000-0000-7000-8000-000000000009', GUETERSLOH],
      ),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });
});
