import { Instance } from '@app/accounts/instance.js';
import { handedOver } from '@app/authorities/changes/hand-over.js';
import { RunRegisterImport } from '@app/authorities/run-register-import.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { describeWithData, sharedFile } from '../../support/shared-data.js';
import { startTestWorker } from '../../support/worker.js';

const HANAU_BEFORE = 'DE:06435014';
const HANAU_NOW = 'DE:06415000';

interface Change {
  id: string;
  old?: { key: string };
  successor?: { key: string };
  kind: string;
  version: number;
}

describeWithData('a later register: keys and names of 30 June 2026 after the whole register of 2023', () => {
  let server: TestServer;
  let report: Record<string, Change[]>;
  const keys = sharedFile('register/de-gemeinden-keys-2026-06-30.csv');

  async function importFile(content: Buffer, format: string, name: string) {
    const started = await server
      .asAdmin()
      .post('/api/v1/register-imports')
      .field('format', format)
      .attach('file', content, name)
      .expect(202);
    await server.app.get(RunRegisterImport, { strict: false }).run(started.body.id);
    return (await server.asAdmin().get(`/api/v1/register-imports/${started.body.id}`).expect(200)).body;
  }
  const importKeys = () => importFile(keys, 'keys-csv', 'de-gemeinden-keys-2026-06-30.csv');
  const authority = async (key: string, status = 200) => (await server.asAdmin().get(`/api/v1/authorities/${key}`).expect(status)).body;
  const total = async (query = '') => (await server.http.get(`/api/v1/authorities?limit=1${query}`).expect(200)).body.total;
  const proposalFor = (key: string) => report.open!.find((change) => change.old?.key === `DE:${key}`)!;
  const decide = (change: Change, step: 'confirmation' | 'rejection', body: object = {}) =>
    server.asAdmin().post(`/api/v1/authority-changes/${change.id}/${step}`).set('If-Match', `"${change.version}"`).send(body);

  let feedUrl: string;
  let clerk: string;
  let callId: string;

  async function putFact(key: string, name: string, value: unknown, asOf: string) {
    await server.asAdmin().put(`/api/v1/authorities/${key}/facts/${name}`).send({ value, asOf, source: 'Haushaltsplan' }).expect(200);
  }

  async function publishCall() {
    const program = await server
      .asAdmin()
      .post('/api/v1/programs')
      .send({ title: { de: 'Stadtgrün' }, partners: [{ name: 'Land', role: 'funder' }] })
      .expect(201);
    const call = await server
      .asAdmin()
      .post('/api/v1/calls')
      .send({
        programId: program.body.id,
        round: '1',
        rule: { applicantType: { in: ['municipality'] } },
        deadlines: [
          { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: '2026-12-31' } } },
        ],
        award: {},
      })
      .expect(201);
    await server.asAdmin().post(`/api/v1/calls/${call.body.id}/publication`).set('If-Match', `"${call.body.version}"`).send({}).expect(200);
    return call.body.id as string;
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2026-07-15T10:00:00Z' });
    await server.app.get(Instance, { strict: false }).ensure({ domain: 'foerdertakt.example', demonstration: false });
    await importFile(sharedFile('register/GV100AD_30112023.txt'), 'gv100ad', 'GV100AD_30112023.txt');
    const person = { email: 'clerk@hanau.example', name: 'Bea', language: 'de', roles: ['staff'], authorities: [HANAU_BEFORE] };
    clerk = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body.id;
    feedUrl = (await server.asAdmin().post(`/api/v1/authorities/${HANAU_BEFORE}/feeds`).send({ scope: 'eligible' }).expect(201)).body.url;
    await putFact(HANAU_BEFORE, 'financiallyWeak', true, '2026-01-01');
    await putFact('DE:16061097', 'degurba', '3', '2025-01-01');
    await putFact('DE:16061067', 'degurba', '2', '2026-01-01');
    callId = await publishCall();
  }, 120_000);
  afterAll(() => server.close());

  it('finds 30 municipalities gone and 4 new, beside 13 unincorporated areas gone and one new', async () => {
    const before = await total('&type=county');
    const done = await importKeys();
    report = done.report;
    expect(done).toMatchObject({ state: 'done', problems: [], counts: { added: 4, changed: 27, unchanged: 10_716, ended: 30 } });
    expect([await total(), await total('&type=county'), await total('&type=municipal_association'), before]).toEqual([
      12_276, 294, 1_205, 294,
    ]);
    expect(report.new!.map((change) => change.successor!.key)).toEqual([HANAU_NOW, 'DE:07232503', 'DE:16061119', 'DE:16076094']);
    expect(report.renamed).toHaveLength(27);
    expect(report.open).toHaveLength(30);
    expect(report.ended).toEqual([]);
    const [left] = await server.database.sql<{ count: number }>('select count(*)::int as count from left_out_key');
    expect(left!.count).toBe(209);
  }, 60_000);

  it('ends nobody: who is gone stays, marked with an open successor, and keeps kind, association and figures', async () => {
    expect(await authority(HANAU_BEFORE)).toMatchObject({
      successor: { state: 'open', since: '2026-06-30' },
      population: [{ value: 101_364 }],
    });
    expect(await authority('DE:09184123')).toMatchObject({
      officialName: 'Haar, St',
      parentKey: 'DE:09184',
      population: [{ value: 22_555 }],
    });
    const ended = await server.database.sql('select key from authority where valid_to is not null');
    expect(ended).toEqual([]);
  });

  it.each([
    ['06435014', '06415000', 'kind_changed'],
    ['07232096', '07232503', 'merged'],
    ['07232089', '07232503', 'merged'],
    ['16061097', '16061119', 'merged'],
    ['16061067', '16061119', 'merged'],
    ['16076004', '16076094', 'merged'],
    ['16076084', '16076094', 'merged'],
    ['16077003', '16077043', 'merged'],
    ['16066073', '16066042', 'merged'],
    ['16063028', undefined, 'ended'],
    ['13071017', undefined, 'ended'],
  ])('proposes for %s the successor %s (%s)', (old, successor, kind) => {
    const proposal = proposalFor(old);
    expect([proposal.successor?.key, proposal.kind]).toEqual([successor && `DE:${successor}`, kind]);
  });

  it('changes nothing the second time', async () => {
    expect((await importKeys()).counts).toEqual({ added: 0, changed: 0, unchanged: 10_747, ended: 0 });
    const again = await importFile(sharedFile('register/GV100AD_30112023.txt'), 'gv100ad', 'GV100AD_30112023.txt');
    expect(again.counts).toEqual({ added: 0, changed: 0, unchanged: 12_272, ended: 0 });
    expect(await authority(HANAU_BEFORE)).toHaveProperty('successor');
  }, 60_000);

  it('refuses a list that lacks too many', async () => {
    const half = keys.subarray(0, keys.indexOf('\n', keys.length / 2) + 1);
    const refused = await importFile(half, 'keys-csv', 'keys-2026-07-01.csv');
    expect([refused.state, refused.problems.length]).toEqual(['refused', 1]);
  }, 60_000);

  it('knows of each table that refers to authorities whether its rows follow', async () => {
    const tables = await server.app
      .get(Transactions, { strict: false })
      .run(systemScope('administration'), async (em) => (await handedOver(em)).map(({ table }) => table));
    expect(tables).toEqual(expect.arrayContaining(['feed', 'membership', 'reminder', 'renewed_feed_token']));
    for (const table of ['population_figure', 'fact', 'authority_version', 'authority_change']) expect(tables).not.toContain(table);
  });

  it('gives Hanau’s members, feed, facts, figures and reminders to the new Hanau once an editor has confirmed', async () => {
    const worker = await startTestWorker(server);
    await worker.settle();
    const planned = await server.database.sql('select 1 from reminder r join authority a on a.id = r.authority_id where a.key = $1', [
      HANAU_BEFORE,
    ]);
    expect(planned.length).toBeGreaterThan(0);
    const proposal = proposalFor('06435014');
    await server.asAdmin().post(`/api/v1/authority-changes/${proposal.id}/confirmation`).send({}).expect(428);
    await decide(proposal, 'confirmation', { effectiveOn: '2027-01-01' }).expect(422);
    await decide(proposal, 'confirmation', { effectiveOn: '2026-01-01' }).expect(200);
    expect((await authority(HANAU_BEFORE, 404)).errors).toEqual([
      {
        pointer: '',
        code: 'succeeded',
        detail: `Diese Kommune gab es bis 31.\u00a0Dezember 2025. Nachfolge: Hanau (${HANAU_NOW}).`,
      },
    ]);
    const hanau = await authority(HANAU_NOW);
    expect(hanau).toMatchObject({
      types: ['municipality', 'independent_city', 'town'],
      facts: [{ name: 'financiallyWeak', value: true }],
      population: [{ value: 101_364, asOf: '2022-12-31' }],
    });
    const people = await server.database.sql(
      'select a.key from membership m join authority a on a.id = m.authority_id where m.person_id = $1',
      [clerk],
    );
    expect(people).toEqual([{ key: HANAU_NOW }]);
    const feed = await server.http.get(new URL(feedUrl).pathname).expect(200);
    expect(feed.text.replaceAll('\r\n ', '')).toContain(callId);
    await worker.settle();
    await worker.close();
    const ledger = await server.database.sql('select distinct a.key, r.state from reminder r join authority a on a.id = r.authority_id');
    expect(ledger).toEqual([{ key: HANAU_NOW, state: 'planned' }]);
    const [old] = await server.database.sql('select valid_to::text as "validTo", ordinal from authority where key = $1', [HANAU_BEFORE]);
    expect(old).toMatchObject({ validTo: '2025-12-31' });
    const twice = await decide({ ...proposal, version: proposal.version + 1 }, 'confirmation').expect(409);
    expect(twice.body.errors).toMatchObject([{ code: 'already-decided', detail: 'Darüber ist schon entschieden.' }]);
    const without = await decide(proposalFor('16063037'), 'rejection').expect(409);
    expect(without.body.errors).toMatchObject([{ code: 'nothing-to-reject' }]);
  }, 60_000);

  it('merges several into one: of two facts the newer, and figures added up once the last one is confirmed', async () => {
    const members = report.open!.filter((change) => change.successor?.key === 'DE:16061119');
    expect(members).toHaveLength(11);
    const [last, ...others] = members.toSorted((a, b) => b.id.localeCompare(a.id));
    const conflicts: string[] = [];
    for (const change of others) conflicts.push(...(await decide(change, 'confirmation').expect(200)).body.factConflicts);
    expect((await authority('DE:16061119')).population).toEqual([]);
    conflicts.push(...(await decide(last!, 'confirmation').expect(200)).body.factConflicts);
    const uder = await authority('DE:16061119');
    expect(conflicts).toEqual(['degurba']);
    expect(uder.facts).toMatchObject([{ name: 'degurba', value: '2' }]);
    expect(uder.population).toMatchObject([{ value: 6_200, asOf: '2022-12-31', source: expect.stringMatching(/^Summe der Vorgänger: ©/) }]);
  });

  it('keeps an authority open when its proposal is rejected, and takes another successor', async () => {
    const proposal = proposalFor('16077003');
    await decide(proposal, 'rejection').expect(204);
    const open = (await server.asAdmin().get('/api/v1/authority-changes?state=proposed&limit=100').expect(200)).body.items as Change[];
    const again = open.find((change) => change.old!.key === 'DE:16077003')!;
    expect(again).not.toHaveProperty('successor');
    await decide(again, 'confirmation', { newKey: 'DE:99999999' }).expect(422);
    await decide(again, 'confirmation', { newKey: 'DE:16077043' }).expect(200);
    expect((await authority('DE:16077043')).population).toMatchObject([{ asOf: '2022-12-31' }]);
  });

  it('takes successors from a list, once, and says which lines make no sense', async () => {
    const list = [
      'old key,new key,date,kind',
      '07232089,07232503,2026-01-01,merged',
      'DE:07232096,DE:07232503,2026-01-01,merged',
      '16063028,,2026-01-01,ended',
      '06435014,06415000,2026-01-01,kind_changed',
      '16063037,16063999,2026-01-01,merged',
      '16063037,,2027-01-01,ended',
      '',
    ].join('\n');
    const first = await importFile(Buffer.from(list), 'changes-csv', 'changes.csv');
    expect(first).toMatchObject({ state: 'done', counts: { added: 0, changed: 1, unchanged: 1, ended: 3 } });
    expect(first.problems.map(({ line }: { line: number }) => line)).toEqual([6, 7]);
    expect(first.report).toMatchObject({
      merged: [{ old: { key: 'DE:07232089' } }, { old: { key: 'DE:07232096' } }],
      ended: [{ old: { key: 'DE:16063028' } }],
    });
    expect((await authority('DE:07232503')).population).toMatchObject([{ value: 192 }]);
    expect((await importFile(Buffer.from(list), 'changes-csv', 'changes.csv')).counts).toEqual({
      added: 0,
      changed: 0,
      unchanged: 4,
      ended: 0,
    });
    expect((await authority('DE:16063028', 404)).errors).toMatchObject([{ code: 'ended' }]);
  });

  it('still answers what held for an ended authority on a day on which it existed', async () => {
    const proposal = proposalFor('16066073');
    server.clock.set('2026-07-16T10:00:00Z');
    await decide(proposal, 'confirmation', { effectiveOn: '2026-07-16' }).expect(200);
    const asOf = (day: string) => server.asAdmin().get(`/api/v1/authorities/DE:16066073/matches?asOf=${day}`);
    expect((await asOf('2026-07-15').expect(200)).body.items).toMatchObject([{ call: { id: callId }, outcome: 'eligible' }]);
    await asOf('2026-07-16').expect(404);
    await server.asAdmin().get('/api/v1/authorities/DE:16066073/matches').expect(404);
  });

  it('brings nobody back whose end is confirmed, whatever older register comes', async () => {
    const before = await total();
    await importFile(sharedFile('register/GV100AD_30112023.txt'), 'gv100ad', 'GV100AD_30112023.txt');
    const csv = `key,parent_key,name,types,population,population_date,valid_from,valid_to,fact:grwArea\n${HANAU_BEFORE},,Hanau,municipality,,,,,true\n`;
    await importFile(Buffer.from(csv), 'csv', 'facts.csv');
    expect(await total()).toBe(before);
  }, 60_000);
});
