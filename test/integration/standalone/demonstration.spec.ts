import { FixedClock } from '@app/kernel/clock.js';
import type { INestApplicationContext } from '@nestjs/common';
import { seedDemonstration } from '../../../apps/cli/src/demonstration/seed-demonstration.js';
import { openOperatorContext } from '../../../apps/cli/src/operator.module.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';

const NOW = '2014-06-27T05:00:00Z';

let database: TestDatabase;
let context: INestApplicationContext;
const clock = new FixedClock(Temporal.Instant.from(NOW));
const count = async (what: string) => Number((await database.sql<{ n: string }>(`select count(*) as n from ${what}`))[0]!.n);
const all = async () => Promise.all(['authority', 'program', 'call', 'call_version', 'person', 'membership', 'audit_entry'].map(count));

beforeAll(async () => {
  database = await freshDatabase();
  context = await openOperatorContext({ databaseUrl: database.url, clock });
  await seedDemonstration(context, clock);
});

afterAll(async () => {
  await context.close();
  await database.drop();
});

describe('loading the demonstration on 27 June 2014', () => {
  it('publishes eighteen rounds of thirteen programmes', async () => {
    expect(await count(`call where state = 'published'`)).toBe(18);
    expect(await count('program')).toBe(13);
  });

  it('publishes what was announced before on that day, everything else now', async () => {
    const published = await database.sql<{ round: string; at: string }>(
      `select c.round, to_char(c.published_at at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') as at from call c
       join program p on p.id = c.program_id where p.title ->> 'de' = 'Modellkommune E-Government' order by c.round`,
    );
    expect(published).toEqual([
      { round: '1', at: '2013-10-07 09:00' },
      { round: '2', at: '2014-06-12 09:00' },
    ]);
    expect(await count(`call where published_at > '${NOW}'`)).toBe(0);
  });

  it('knows the winners of round 1, and that round 2 follows it', async () => {
    const [second] = await database.sql<{ winners: string[] }>(
      `select first.winners from call second join call first on first.id = second.previous_call_id where second.round = '2' and first.round = '1'
       and 'DE:07135' = any (first.winners)`,
    );
    expect(second?.winners).toEqual(['DE:05358008', 'DE:05754008', 'DE:07135']);
  });

  it('does nothing the second time', async () => {
    const before = await all();
    expect(await seedDemonstration(context, clock)).toBe(false);
    expect(await all()).toEqual(before);
  });

  it('goes on where a start was killed', async () => {
    const calls = await count('call');
    await database.sql(`delete from person where email like 'redaktion@%'`);
    await database.sql(
      `delete from call_version where call_id in (select id from call where round = 'Beispielrunde');
       update call set state = 'draft', published_at = null where round = 'Beispielrunde'`,
    );
    expect(await seedDemonstration(context, clock)).toBe(true);
    expect(await count('call')).toBe(calls);
    expect(await count(`call where state = 'published'`)).toBe(18);
    expect(await count('person where demonstration')).toBe(4);
  });
});
