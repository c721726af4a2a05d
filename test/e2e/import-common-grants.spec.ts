import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import { callsSince } from '@app/funding/read-calls.query.js';
import { FixedClock } from '@app/kernel/clock.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { INestApplicationContext } from '@nestjs/common';
import { seedDemonstration } from '../../apps/cli/src/demonstration/seed-demonstration.js';
import { importCommonGrants } from '../../apps/cli/src/imports/import-common-grants.js';
import { openOperatorContext } from '../../apps/cli/src/operator.module.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

const NOW = '2026-11-27T09:00:00Z';
let database: TestDatabase;
let context: INestApplicationContext;
let said: string[];
const clock = new FixedClock(Temporal.Instant.from(NOW));

/** How many hints there were. */
const run = async (address: string, isTrial = false, locale: 'de' | 'en' = 'de'): Promise<number> => {
  const wish = { address, locale, zone: 'Europe/Berlin', isTrial } as const;
  const tally = await importCommonGrants({ context: async () => context }, wish);
  said = tally.lines();
  return tally.problems.length;
};
const calls = (): Promise<CallRecord[]> => context.get(Transactions).run({ kind: 'nobody' }, (em) => callsSince(em, 0n));
const everything = () =>
  database.sql(`select (select count(*) from audit_entry) as audit, (select json_agg(p order by id) from program p) as programs,
    (select json_agg(c order by id) from call c) as calls, (select json_agg(m order by external_id) from import_mark m) as marks`);

beforeEach(async () => {
  database = await freshDatabase();
  context = await openOperatorContext({ databaseUrl: database.url, clock });
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

describe('importing from a server of our own kind', () => {
  let source: TestServer;
  let base: string;
  const known = (call: CallRecord) => ({
    program: {
      ...call.program,
      id: undefined,
      guidelineUrl: undefined,
      title: call.program.title.de,
      summary: call.program.summary.de,
    },
    round: call.round,
    title: titleOf(call, 'de'),
    rule: call.rule,
    deadlines: call.deadlines.map(({ id: _id, marks: _marks, ...stated }) => stated),
    award: call.award,
  });
  const inOrder = (found: readonly CallRecord[]) =>
    found.map(known).toSorted((one, other) => `${one.program.title} ${one.round}`.localeCompare(`${other.program.title} ${other.round}`));

  beforeAll(async () => {
    source = await startTestServer({ now: NOW });
    const desk = await openOperatorContext({ databaseUrl: source.database.url, clock: source.clock });
    await seedDemonstration(desk, source.clock);
    await desk.close();
    base = `${source.url}/common-grants`;
  }, 60_000);
  afterAll(() => source?.close());

  it('takes over every round as a draft, exact rule, deadlines and money included', async () => {
    expect(await run(`${base}/`)).toBe(0);
    expect(said).toEqual([
      'Programme: 13 neu, 0 geändert, 0 unverändert, 0 behalten',
      'Aufrufe: 18 neu, 0 geändert, 0 unverändert, 0 behalten',
    ]);
    const found = await calls();
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(['draft']));
    const original = await source.app.get(Transactions, { strict: false }).run({ kind: 'nobody' }, (em) => callsSince(em, 0n));
    expect(inOrder(found)).toEqual(inOrder(original));
  });

  it('takes over English texts on request, under both languages, since a programme always has a German title', async () => {
    expect(await run(base, false, 'en')).toBe(0);
    const titles = (await calls()).map(({ program }) => program.title);
    expect(titles.map(({ en }) => en)).toContain('Model Municipality E-Government');
    expect(titles.filter(({ de, en }) => de !== en)).toEqual([]);
  });

  it('changes nothing the second time, wherever the address ends', async () => {
    await run(base);
    const before = await everything();
    clock.advance({ hours: 1 });
    expect(await run(`${base}/opportunities/`)).toBe(0);
    expect(said[1]).toBe('Aufrufe: 0 neu, 0 geändert, 18 unverändert, 0 behalten');
    expect(await everything()).toEqual(before);
  });

  it('writes nothing in a trial', async () => {
    const before = await everything();
    expect(await run(base, true)).toBe(0);
    expect(said).toEqual([
      'Probelauf: Nichts wurde geschrieben.',
      expect.stringContaining('Programme: 13 neu'),
      expect.stringContaining('Aufrufe: 18 neu'),
    ]);
    expect(await everything()).toEqual(before);
  });
});

describe('importing from a server of another kind', () => {
  let server: Server;
  let url: string;
  let asked: string[] = [];
  let opportunities: Record<string, unknown>[] = [];
  let answer: ((path: string) => { status: number; body: string; headers?: Record<string, string> }) | undefined;
  const idOf = (n: number) => `3f2504e0-4f89-41d3-9a0c-${String(n).padStart(12, '0')}`;
  const opportunity = (n: number, more: object = {}) => ({
    id: idOf(n),
    title: `Grant ${n}`,
    status: { value: 'open' },
    description: 'For water pipes',
    createdAt: '2026-01-01T00:00:00Z',
    lastModifiedAt: '2026-01-01T00:00:00Z',
    ...more,
  });

  const listed = (path: string): { status: number; body: string } => {
    const page = Number(new URL(path, url).searchParams.get('page'));
    const paginationInfo = { page, pageSize: 100, totalItems: opportunities.length, totalPages: Math.ceil(opportunities.length / 100) };
    const found = opportunities.find(({ id }) => path.endsWith(String(id)));
    if (found) return { status: 200, body: JSON.stringify({ status: 200, message: 'Success', data: found }) };
    if (!path.startsWith('/api/opportunities?')) return { status: 404, body: '{"status":404,"message":"Not found","errors":[]}' };
    return { status: 200, body: JSON.stringify({ items: opportunities.slice((page - 1) * 100, page * 100), paginationInfo }) };
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!);
      const { status, body, headers = {} } = { headers: {}, ...(answer ?? listed)(request.url!) };
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  });
  beforeEach(() => {
    asked = [];
    answer = undefined;
  });
  afterAll(() => server.close());

  it('follows the pages, each opportunity once', async () => {
    opportunities = Array.from({ length: 205 }, (_, n) => opportunity(n));
    opportunities.push(opportunity(7));
    expect(await run(url)).toBe(1);
    expect(asked.filter((path) => path.includes('?')).map((path) => path.split('?')[1])).toEqual(
      [1, 2, 3].map((page) => `page=${page}&pageSize=100`),
    );
    expect(said[0]).toBe('Programme: 205 neu, 0 geändert, 0 unverändert, 0 behalten');
    expect(said.at(-1)).toMatch(/^ {2}1 Förderungen, die der Server zählt/);
  });

  it('reads what the standard says where nothing more exact is said', async () => {
    const competition = {
      id: idOf(900),
      opportunityId: idOf(1),
      title: 'Spring round',
      status: { value: 'open' },
      keyDates: {
        openDate: { name: 'o', eventType: 'singleDate', date: '2027-01-15' },
        closeDate: { name: 'c', eventType: 'singleDate', date: '2027-03-31', time: '12:00:00' },
      },
      acceptedApplicantTypes: [
        { value: 'government_municipal' },
        { value: 'custom', customValue: 'amt' },
        { value: 'non_profit_with_501c3' },
      ],
      forms: { forms: {} },
      createdAt: '2026-01-01T00:00:00Z',
    };
    const funding = { minAwardAmount: { amount: '5000', currency: 'EUR' }, totalAmountAvailable: { amount: '1000000.5', currency: 'EUR' } };
    opportunities = [opportunity(1, { competitions: [competition], funding: { ...funding, maxAwardCount: 4 } })];
    expect(await run(url)).toBe(0);
    const [call] = await calls();
    expect(call).toMatchObject({
      program: { title: { de: 'Grant 1' }, summary: { de: 'For water pipes' } },
      round: '1',
      ownTitle: { de: 'Spring round' },
      rule: { applicantType: { in: ['municipality', 'amt', 'non_profit_with_501c3'] } },
      award: { count: 4, minAmount: { amount: '5000.00', currency: 'EUR' }, totalBudget: { amount: '1000000.50', currency: 'EUR' } },
      source: { url: `${url}/opportunities/${idOf(1)}` },
    });
    expect(call!.deadlines[0]).toMatchObject({
      stage: 'application',
      schedule: { kind: 'fixed', opens: { date: '2027-01-15' }, closes: { date: '2027-03-31', time: '12:00' } },
    });
  });

  it('takes an opportunity without competitions as one round, and what it cannot read as not said', async () => {
    const hostile = {
      title: 'Grant\u0000 one\r\nBcc: x',
      source: 'javascript:alert(1)',
      funding: { minAwardAmount: { amount: '-1', currency: 'EUR' }, maxAwardAmount: { amount: '1e9', currency: 'EUR' } },
      keyDates: { closeDate: { name: 'c', eventType: 'singleDate', date: '2027-02-30' } },
      customFields: {
        eligibilityRule: { value: { territory: 'everywhere' } },
        deadlines: { value: [{ deadline: { stage: 'x y' } }] },
        partners: { value: [{ name: 1 }] },
      },
    };
    opportunities = [opportunity(1, hostile), { title: 'No id' }, opportunity(3, { title: ' ' })];
    expect(await run(url)).toBe(2);
    expect(said.slice(2)).toEqual(['  „No id“ hat keine UUID.', '  „ “ hat keinen Titel.']);
    const [call, ...others] = await calls();
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      program: { title: { de: 'Grant one Bcc: x' }, guidelineUrl: null, partners: [] },
      rule: { allOf: [] },
      award: {},
      ownTitle: null,
    });
    expect(call!.deadlines[0]!.schedule).toEqual({ kind: 'unannounced' });
  });

  it('follows changes of the source in drafts, but not in what was worked on or published here', async () => {
    opportunities = [1, 2, 3].map((n) => opportunity(n));
    await run(url);
    await database.sql(
      `update call set version = version + 1 where program_id = (select id from program where title ->> 'de' = 'Grant 2')`,
    );
    await database.sql(`update call set state = 'published' where program_id = (select id from program where title ->> 'de' = 'Grant 3')`);
    const keyDates = { closeDate: { name: 'c', eventType: 'singleDate', date: '2027-05-31' } };
    opportunities = [1, 2, 3].map((n) => opportunity(n, { title: `Changed ${n}`, keyDates }));
    expect(await run(url)).toBe(0);
    expect(said.slice(0, 2)).toEqual([
      'Programme: 0 neu, 2 geändert, 0 unverändert, 1 behalten',
      'Aufrufe: 0 neu, 1 geändert, 0 unverändert, 2 behalten',
    ]);
    expect((await calls()).map(({ program, deadlines }) => [program.title.de, deadlines[0]!.schedule.kind])).toEqual([
      ['Changed 1', 'fixed'],
      ['Changed 2', 'unannounced'],
      ['Grant 3', 'unannounced'],
    ]);
    const before = await everything();
    await run(url);
    expect(said[1]).toBe('Aufrufe: 0 neu, 0 geändert, 1 unverändert, 2 behalten');
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['another status', { status: 503, body: '{"message":"Wartung"}' }, /hat nicht mit 200 geantwortet \(503: Wartung\)/],
    ['a page', { status: 200, body: '<html>' }, /etwas anderes als JSON/],
    ['other JSON', { status: 200, body: '{"value":[]}' }, /spricht nicht CommonGrants/],
    ['a redirect', { status: 301, body: '', headers: { location: 'http://169.254.169.254/' } }, /leitet weiter.*169\.254/],
  ])('refuses %s in a sentence', async (_what, sent, sentence) => {
    answer = () => sent;
    await expect(run(url)).rejects.toMatchObject({ message: expect.stringMatching(sentence), exitCode: 69 });
  });

  it.each([
    ['no address', 'grants.example', /ist keine Adresse/],
    ['no web', 'ftp://grants.example', /weder mit http/],
    ['nobody there', 'http://127.0.0.1:1', /./],
    ['a password', 'https://a:b@grants.example', /Zugangsdaten/],
  ])('refuses %s in a sentence', async (_what, address, sentence) => {
    await expect(run(address)).rejects.toMatchObject({ message: expect.stringMatching(sentence), exitCode: 69 });
  });

  it('keeps what was taken over before the server went away, and goes on the next time', async () => {
    opportunities = [1, 2, 3].map((n) => opportunity(n));
    answer = (path) => (path.endsWith(idOf(2)) ? { status: 500, body: '' } : listed(path));
    await expect(run(url)).rejects.toMatchObject({ message: expect.stringContaining('Programme: 1 neu') });
    answer = undefined;
    expect(await run(url)).toBe(0);
    expect(said[0]).toBe('Programme: 2 neu, 0 geändert, 1 unverändert, 0 behalten');
  });
});
