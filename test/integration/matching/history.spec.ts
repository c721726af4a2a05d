import { RematchAll } from '@app/matching/rematch-all.js';
import { ReplayOutcome } from '@app/matching/replay-outcome.js';
import { DUEREN, furnish } from '../../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne } from '../../support/modellkommune.js';
import { startTestServer, type TestServer } from '../../support/server.js';

const RULES = [
  {
    anyOf: [
      { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
      { applicantType: { in: ['county'] } },
    ],
  },
  { fact: { name: 'grwArea', is: true } },
  { anyOf: [{ fact: { name: 'grwArea', is: true } }, { population: { lessThan: 20_000 } }] },
  {
    anyOf: [{ population: { moreThan: 50_000 } }, { jointApplication: { eachMember: { not: { fact: { name: 'grwArea', is: false } } } } }],
  },
];

/** Small, seeded: the same history each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('what was known when', () => {
  let server: TestServer;
  let keys: string[];
  const calls: { id: string; version: number }[] = [];
  const roll = dice(20140725);
  const rematch = () => server.app.get(RematchAll, { strict: false }).run();

  async function enterFact(key: string, value: boolean): Promise<void> {
    const path = `/api/v1/authorities/${key}/facts/grwArea`;
    const known = (await server.asAdmin().get(`/api/v1/authorities/${key}`).expect(200)).body.facts.find(
      ({ name }: { name: string }) => name === 'grwArea',
    );
    const put = server.asAdmin().put(path);
    await (known ? put.set('If-Match', `"${known.version}"`) : put).send({ value, source: 'test' }).expect(200);
  }
  async function changeRule(index: number, rule: object): Promise<void> {
    const call = calls[index]!;
    const changed = await server
      .asAdmin()
      .patch(`/api/v1/calls/${call.id}`)
      .set('If-Match', `"${call.version}"`)
      .send({ rule })
      .expect(200);
    call.version = changed.body.version;
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    keys = (await server.http.get('/api/v1/authorities?limit=500').expect(200)).body.items.map(({ key }: { key: string }) => key);
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    for (const rule of RULES) {
      const { id } = (
        await server
          .asAdmin()
          .post('/api/v1/calls')
          .send({ ...roundOne(program.id), rule })
          .expect(201)
      ).body;
      calls.push((await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200)).body);
    }
    await rematch();
  }, 60_000);
  afterAll(() => server.close());

  it('can be replayed: 1,000 stored outcomes give the same answer again', async () => {
    for (let step = 0; step < 25; step += 1) {
      server.clock.advance({ hours: 1 });
      if (roll(4) === 0) await changeRule(roll(calls.length), RULES[roll(RULES.length)]!);
      else await enterFact(keys[roll(keys.length)]!, roll(2) === 0);
      await rematch();
    }
    const stored = await server.database.sql<{ call_id: string; revision: string }>(
      'select call_id, revision from call_outcome order by 1, 2',
    );
    expect(stored.length).toBeGreaterThan(20);
    const replay = server.app.get(ReplayOutcome, { strict: false });
    const seen = new Set<string>();
    for (let tries = 0; tries < 1_000; tries += 1) {
      const { call_id: callId, revision } = stored[roll(stored.length)]!;
      const answer = await replay.run(callId, BigInt(revision), keys[roll(keys.length)]!);
      expect(answer!.replayed).toBe(answer!.stored);
      seen.add(answer!.stored);
    }
    expect([...seen].sort()).toEqual(['eligible', 'eligible_jointly', 'ineligible', 'undetermined']);
  }, 120_000);

  it('stores an outcome only where it differs from the one before', async () => {
    const count = async () => (await server.database.sql<{ count: string }>('select count(*) from call_outcome'))[0]!.count;
    const before = await count();
    await rematch();
    await rematch();
    expect(await count()).toBe(before);
  });

  it('answers as of a day with the rules and facts of that day', async () => {
    const outcomeOn = async (asOf: string) => {
      const { items } = (await server.asAdmin().get(`/api/v1/authorities/${DUEREN}/matches?asOf=${asOf}`).expect(200)).body;
      return items.find(({ call }: { call: { id: string } }) => call.id === calls[1]!.id)?.outcome;
    };
    server.clock.set('2014-07-01T10:00:00Z');
    await changeRule(1, { fact: { name: 'grwArea', is: true } });
    await enterFact(DUEREN, false);
    server.clock.set('2014-07-02T10:00:00Z');
    await enterFact(DUEREN, true);
    server.clock.set('2014-07-03T10:00:00Z');
    await changeRule(1, { not: { fact: { name: 'grwArea', is: true } } });
    server.clock.set('2014-07-04T10:00:00Z');
    expect([
      await outcomeOn('2014-07-01'),
      await outcomeOn('2014-07-02'),
      await outcomeOn('2014-07-03'),
      await outcomeOn('2014-07-04'),
    ]).toEqual(['ineligible', 'eligible', 'ineligible', 'ineligible']);
  });

  it('says nothing of days of which it knows nothing', async () => {
    await server.asAdmin().get(`/api/v1/authorities/${DUEREN}/matches?asOf=2014-06-11`).expect(404);
    await server.asAdmin().get(`/api/v1/authorities/${DUEREN}/matches?asOf=2099-01-01`).expect(404);
  });
});
