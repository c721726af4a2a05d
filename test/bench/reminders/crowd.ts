import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { startEmbeddedPostgres } from '@app/persistence/embedded/embedded-postgres.js';
import { Transactions } from '@app/persistence/transactions.js';
import { ormOptions } from '@config/mikro-orm.config.js';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { openDatabase } from '../../../apps/standalone/src/open-database.js';

export const NOW = Temporal.Instant.from('2026-11-30T05:00:00Z');
export const CALL_ID = '01900000-0000-7000-8000-00000000ca11';
export const LEAD = 28;
/** Three in each of 11,400 town halls. */
const AUTHORITIES = 11_400;
const PEOPLE_EACH = 3;
export const RECIPIENTS = AUTHORITIES * PEOPLE_EACH;

export interface Crowd {
  readonly orm: MikroORM;
  readonly transactions: Transactions;
  readonly index: MatchingIndex;
  /** As the owner, who is not kept apart by row-level security. */
  sql(text: string): Promise<{ rows: Record<string, unknown>[] }>;
  close(): Promise<void>;
}

/** A tenth of the 2,500 calls of the other benches. All but one close later; how much a loop over calls costs depends on this number. */
export const OPEN_CALLS = 250;

/** A database with everybody in it, and open calls for all of them: the lead of one is today. */
export async function gatherCrowd(): Promise<Crowd> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foerdertakt-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  await postgres.ensureDatabase('bench');
  const url = await openDatabase({ url: undefined, ownerUrl: postgres.url('bench') });
  const owner = new pg.Client(postgres.url('bench'));
  await owner.connect();
  await fill(owner);
  const orm = await MikroORM.init(ormOptions(url));
  const transactions = new Transactions(orm);
  return {
    orm,
    transactions,
    index: new MatchingIndex(transactions, new FixedClock(NOW)),
    sql: (text) => owner.query(text),
    close: async () => {
      await orm.close();
      await owner.end();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function fill(owner: pg.Client): Promise<void> {
  const id = (kind: string, number: string) => `('01900000-0000-7000-8000-${kind}' || lpad((${number})::text, 8, '0'))::uuid`;
  const key = `lpad(n::text, 8, '0')`;
  await owner.query(`insert into authority (id, ordinal, key, name, official_name, types, territory, zone, origin, source, search_text, revision, version, created_at, updated_at)
    select ${id('0a00', 'n')}, n, 'DE:' || ${key}, 'Ort ' || n, 'Ort ' || n, '{municipality,town}', 'DE-' || ${key}, 'Europe/Berlin', 'register', 'bench', 'ort', 0, 1, '2020-01-01', '2020-01-01'
    from generate_series(0, ${AUTHORITIES - 1}) n`);
  await owner.query(`insert into population_figure select id, '2024-12-31', 1000 + ordinal, 'bench' from authority`);
  await owner.query(`insert into person (id, email, email_verified_at, name, language, roles, demonstration, version, created_at, updated_at)
    select ${id('0b00', 'n')}, 'p' || n || '@rathaus.example', '2020-01-01', 'Person ' || n, 'de', '{staff}', false, 1, '2020-01-01', '2020-01-01' from generate_series(0, ${RECIPIENTS - 1}) n`);
  await owner.query(
    `insert into membership select ${id('0b00', 'n')}, ${id('0a00', `n / ${PEOPLE_EACH}`)}, '2020-01-01' from generate_series(0, ${RECIPIENTS - 1}) n`,
  );
  await owner.query(`insert into reminder_preference (person_id, leads, unit, about, frequency, version, created_at, updated_at)
    select id, '{${LEAD}}', 'days', 'eligible', 'daily', 1, '2020-01-01', '2020-01-01' from person`);
  await owner.query(`insert into program (id, title, summary, partners, topics, version, created_at, updated_at)
    values ('${CALL_ID}', '{"de":"Programm"}', '{}', '[]', '{}', 1, '2020-01-01', '2020-01-01')`);
  const closes = NOW.toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: LEAD }).toString();
  const schedule = { kind: 'fixed', closes: { date: closes } };
  const marks = [{ n: 1, moment: closes, sequence: 0, changedAt: '2020-01-01T00:00:00Z' }];
  const deadline = { id: 'd', stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule, marks };
  const rule = { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] };
  await owner.query(
    `insert into call (id, ordinal, program_id, round, rule, deadlines, award, partners, winners, state, published_at, content_changed_at, search_text, revision, version, created_at, updated_at)
     values ($1, 0, $1, '1', $2, $3, '{}', '[]', '{}', 'published', '2020-01-01', '2020-01-01', 'c', 0, 1, '2020-01-01', '2020-01-01')`,
    [CALL_ID, JSON.stringify(rule), JSON.stringify([deadline])],
  );
  await owner.query(`insert into call select ${id('0c00', 'n')}, n, program_id, n::text, title, summary, rule,
      replace(deadlines::text, '${closes}', ('${closes}'::date + n)::text)::jsonb, award, partners, source, null, winners, state, published_at, null, null, content_changed_at,
      search_text, revision, version, created_at, updated_at from call, generate_series(1, ${OPEN_CALLS - 1}) n`);
  await owner.query('analyze');
}
