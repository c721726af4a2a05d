import { DUEREN, furnish } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';
const CONTRADICTION = { allOf: [{ population: { atMost: 10 } }, { population: { atLeast: 20 } }] };
const NO_RULE = { population: {} };
const NO_DEADLINE = { stage: 'application', zone: 'Europe/Nowhere', effect: 'excludes', schedule: { kind: 'unannounced' } };
type Method = 'get' | 'post' | 'patch';

/** What `@Refuses` names, met once; the clients look whether the document names it too. What follows from an operation is in conventions.spec.ts. */
describe('an operation refuses', () => {
  let server: TestServer;
  let admin: Agent;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    admin = server.asAdmin();
    const made = async (path: string, body: object) => (await admin.post(`/api/v1${path}`).send(body).expect(201)).body;
    const step = (id: string, name: string, version: number, body: object) =>
      admin.post(`/api/v1/calls/${id}/${name}`).set('If-Match', `"${version}"`).send(body).expect(200);
    ids.program = (await made('/programs', MODELLKOMMUNE_PROGRAM)).id;
    for (const state of ['draft', 'published', 'withdrawn']) {
      const call = await made('/calls', roundOne(ids.program!));
      ids[state] = call.id;
      ids[`${state}Deadline`] = call.deadlines[0].id;
    }
    for (const state of ['published', 'withdrawn']) await step(ids[state]!, 'publication', 1, {});
    await step(ids.withdrawn!, 'withdrawal', 2, { reason: 'Over' });
    ids.admin = (await admin.get('/api/v1/people').expect(200)).body.items[0].id;
    const search = await made('/saved-searches', { name: 'Digital', filter: {} });
    ids.search = search.id;
  }, 60_000);
  afterAll(() => server?.close());

  it.each<
    [code: string, status: number, method: Method, path: string, version: number | undefined, body: object | undefined, pointer: string]
  >([
    ['unknown-program', 422, 'post', '/calls', undefined, roundOne(NOBODY), '/programId'],
    ['unknown-call', 422, 'post', '/calls', undefined, { ...roundOne('{program}'), previousCallId: NOBODY }, '/previousCallId'],
    ['invalid-rule', 422, 'post', '/calls', undefined, { ...roundOne('{program}'), rule: NO_RULE }, '/rule/population'],
    ['invalid-deadline', 422, 'post', '/calls', undefined, { ...roundOne('{program}'), deadlines: [NO_DEADLINE] }, '/deadlines/0/zone'],
    ['unknown-call', 422, 'patch', '/calls/{draft}', 1, { previousCallId: NOBODY }, '/previousCallId'],
    ['invalid-rule', 422, 'patch', '/calls/{draft}', 1, { rule: NO_RULE }, '/rule/population'],
    ['invalid-deadline', 422, 'patch', '/calls/{draft}', 1, { deadlines: [NO_DEADLINE] }, '/deadlines/0/zone'],
    ['contradictory-rule', 422, 'patch', '/calls/{published}', 2, { rule: CONTRADICTION }, '/rule'],
    ['no-deadline', 422, 'patch', '/calls/{published}', 2, { deadlines: [] }, '/deadlines'],
    ['invalid-rule', 422, 'post', '/calls/{draft}/impact', undefined, { rule: NO_RULE }, '/rule/population'],
    ['invalid-deadline', 422, 'post', '/calls/{draft}/impact', undefined, { deadlines: [NO_DEADLINE] }, '/deadlines/0/zone'],
    ['already-published', 409, 'post', '/calls/{withdrawn}/publication', 3, {}, ''],
    ['not-published', 409, 'post', '/calls/{draft}/withdrawal', 1, { reason: 'Over' }, ''],
    ['already-withdrawn', 409, 'post', '/calls/{withdrawn}/withdrawal', 3, { reason: 'Over' }, ''],
    [
      'not-published',
      409,
      'post',
      '/calls/{withdrawn}/deadlines/{withdrawnDeadline}/amendments',
      3,
      { schedule: { kind: 'unannounced' }, reason: 'Late' },
      '',
    ],
    [
      'invalid-deadline',
      422,
      'post',
      '/calls/{published}/deadlines/{publishedDeadline}/amendments',
      2,
      { schedule: { kind: 'never' }, reason: 'Late' },
      '/schedule/kind',
    ],
    ['unknown-authority', 422, 'get', '/calls?eligibleFor=DE:99999999', undefined, undefined, '/eligibleFor'],
    ['unknown-authority', 422, 'patch', '/saved-searches/{search}', 1, { authority: 'DE:99999999' }, '/authority'],
    ['unknown-authority', 422, 'patch', '/people/{admin}', 1, { authorities: ['DE:99999999'] }, '/authorities/0'],
    ['conflict', 409, 'patch', '/people/{admin}', 1, { roles: ['staff'] }, '/roles'],
    ['invalid', 422, 'post', `/authorities/${DUEREN}/feeds`, undefined, { scope: 'call', callId: NOBODY }, '/callId'],
  ])('%s (%i): %s %s', async (code, status, method, path, version, body, pointer) => {
    const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name] ?? whole);
    const request = admin[method](`/api/v1${filled(path)}`);
    if (version !== undefined) request.set('If-Match', `"${version}"`);
    const answer = await request.send(body && JSON.parse(filled(JSON.stringify(body))));
    expect([answer.status, answer.body.type, answer.body.errors?.[0]?.pointer ?? '']).toEqual([status, `/problems/${code}`, pointer]);
  });

  it('unknown-authority (422): news of an authority that nobody knows, as Atom and as RSS', async () => {
    for (const kind of ['atom', 'rss']) {
      const { body } = await server.http.get(`/feeds/open-calls.${kind}?authority=DE:99999999`).expect(422);
      expect(body).toMatchObject({ type: '/problems/unknown-authority', errors: [{ pointer: '/authority' }] });
    }
  });
});
