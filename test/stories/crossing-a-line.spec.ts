import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { DUEREN, furnish, JUELICH, tokenOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const HEAD = 'key,parent_key,name,types,population,population_date,valid_from,valid_to,source';

describe('a new official figure moves an authority over a line', () => {
  let server: TestServer;
  let worker: TestWorker;
  let callId: string;

  /** Lets the worker take a register over, and gives the letters that went out after it. */
  async function importFigures(figures: readonly (readonly [key: string, name: string, people: number, day: string])[]): Promise<string[]> {
    const lines = figures.map(([key, name, people, day]) => `${key},DE:05358,${name},municipality|town,${people},${day},,,IT.NRW`);
    const csv = Buffer.from(`${[HEAD, ...lines].join('\n')}\n`);
    const started = await server
      .asAdmin()
      .post('/api/v1/register-imports')
      .field('format', 'csv')
      .attach('file', csv, 'figures.csv')
      .expect(202);
    await worker.settle();
    const { body } = await server.asAdmin().get(`/api/v1/register-imports/${started.body.id}`).expect(200);
    expect(body.state).toBe('done');
    // several changes in a row are told in one letter, a while later
    server.clock.advance({ hours: 1 });
    await worker.get(ReleaseDueNotices).run(server.clock.now());
    await worker.work();
    return worker.mailer.sent.splice(0).map(({ to, subject }) => `${to.address} ${subject}`);
  }

  const outcome = async () => {
    const { items } = (await server.asAdmin().get(`/api/v1/authorities/${DUEREN}/matches`).expect(200)).body;
    return items[0].outcome;
  };
  const follow = (clerk: Agent, key: string) =>
    clerk.put(`/api/v1/authorities/${key}/calls/${callId}/stance`).send({ kind: 'followed' }).expect(200);

  beforeAll(async () => {
    server = await startTestServer({ now: '2024-05-02T10:00:00+02:00' });
    await furnish(server);
    worker = await startTestWorker(server);
    const admin = server.asAdmin();
    const programId = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    const deadline = {
      stage: 'application',
      zone: 'Europe/Berlin',
      effect: 'excludes',
      schedule: { kind: 'fixed', closes: { date: '2024-07-25' } },
    };
    // Düren stands exactly on the line
    const call = { programId, round: '2', rule: { population: { atMost: 93_207 } }, deadlines: [deadline], award: {} };
    callId = (await admin.post('/api/v1/calls').send(call).expect(201)).body.id;
    await admin.post(`/api/v1/calls/${callId}/publication`).set('If-Match', '"1"').send({}).expect(200);
    await follow(await tokenOf(server, DUEREN, 'clerk@dueren.example'), DUEREN);
    await follow(await tokenOf(server, JUELICH, 'clerk@juelich.example'), JUELICH);
    await worker.settle();
  }, 90_000);
  afterAll(async () => {
    await worker?.close();
    await server?.close();
  });

  it.each([
    [
      'one above: no longer',
      93_208,
      '2023-12-31',
      'ineligible',
      ['clerk@dueren.example Passt nicht mehr: Modellkommune E-Government, 2. Runde'],
    ],
    ['the same file again: not a word', 93_208, '2023-12-31', 'ineligible', []],
    ['farther above: still nothing new', 93_500, '2024-01-31', 'ineligible', []],
    ['an older figure decides nothing', 93_000, '2021-12-31', 'ineligible', []],
    ['on the line: now', 93_207, '2024-02-29', 'eligible', ['clerk@dueren.example Passt jetzt: Modellkommune E-Government, 2. Runde']],
    ['the same file again: not a word', 93_207, '2024-02-29', 'eligible', []],
  ])('%s', async (_name, people, day, expected, letters) => {
    const sent = await importFigures([
      [DUEREN, 'Düren', people, day],
      [JUELICH, 'Jülich', 33_200, day],
    ]);
    expect(await outcome()).toBe(expected);
    expect(sent.map((line) => line.replaceAll('\u00a0', ' '))).toEqual(letters);
  });
});
