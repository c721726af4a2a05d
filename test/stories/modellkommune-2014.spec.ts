import { RunRegisterImport } from '@app/authorities/run-register-import.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { describeWithData, REGISTER_FILE } from '../support/shared-data.js';

describeWithData('Modellkommune E-Government, second round (2014), on the real register', () => {
  let server: TestServer;
  let first: { id: string };
  let second: { id: string; version: number; deadlines: { id: string }[] };

  const admin = () => server.asAdmin();
  const publish = async (call: { id: string; version: number }) =>
    (await admin().post(`/api/v1/calls/${call.id}/publication`).set('If-Match', `"${call.version}"`).send({}).expect(200)).body;

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
  }, 60_000);

  afterAll(() => server.close());

  it('imports the register of 12,272 authorities', async () => {
    const started = await admin().post('/api/v1/register-imports').field('format', 'gv100ad').attach('file', REGISTER_FILE).expect(202);
    expect(started.body.state).toBe('queued');
    await server.app.get(RunRegisterImport, { strict: false }).run(started.body.id);
    const ended = await admin().get(`/api/v1/register-imports/${started.body.id}`).expect(200);
    expect(ended.body).toMatchObject({ state: 'done', counts: { added: 12_272, changed: 0, unchanged: 0, ended: 0 }, problems: [] });
  }, 60_000);

  it('has both rounds entered and published, the first with its winners', async () => {
    const program = (await admin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const draft = (await admin().post('/api/v1/calls').send(roundOne(program.id)).expect(201)).body;
    expect(draft.state).toBe('draft');
    first = await publish(draft);
    second = await publish((await admin().post('/api/v1/calls').send(roundTwo(program.id, first.id)).expect(201)).body);
    expect(first).toMatchObject({ state: 'published', status: 'closed', winners: ['DE:05358008', 'DE:05754008', 'DE:07135'] });
    expect(second).toMatchObject({
      state: 'published',
      status: 'open',
      closesAt: '2014-07-25T22:00:00Z',
      daysLeft: 43,
      previousCallId: first.id,
    });
  });

  it.each([
    ['eligible', 11_044],
    ['ineligible', 1_228],
    ['eligible_jointly', 0],
    ['undetermined', 0],
  ])('counts %s: %i in both rounds', async (outcome, count) => {
    for (const call of [first, second]) {
      const matches = await admin().get(`/api/v1/calls/${call.id}/matches?outcome=${outcome}&limit=1`).expect(200);
      expect(matches.body.total).toBe(count);
    }
  });

  it.each([
    ['DE:05358008', 'Düren', 'eligible'],
    ['DE:05754008', 'Gütersloh', 'eligible'],
    ['DE:07135', 'Landkreis Cochem-Zell', 'eligible'],
    ['DE:03241', 'Region Hannover', 'eligible'],
    ['DE:05515000', 'Münster', 'ineligible'],
    ['DE:09761000', 'Augsburg', 'ineligible'],
    ['DE:034585401', 'Samtgemeinde Harpstedt', 'ineligible'],
  ])('answers for %s (%s): %s', async (key, name, outcome) => {
    const authority = (await admin().get(`/api/v1/authorities/${key}`).expect(200)).body;
    expect(authority.name).toBe(name);
    const matches = (await admin().get(`/api/v1/authorities/${key}/matches`).expect(200)).body;
    const match = matches.items.find((item: { call: { id: string } }) => item.call.id === second.id);
    expect(match.outcome).toBe(outcome);
    expect(match.findings.map((finding: { path: string }) => finding.path)).toEqual(['/anyOf/0/allOf/0', '/anyOf/0/allOf/1', '/anyOf/1']);
  });

  it('says why: the figure, its date and the limit', async () => {
    const reasons = async (key: string) => {
      const { items } = (await admin().get(`/api/v1/authorities/${key}/matches?status=open`).expect(200)).body;
      return items[0].findings
        .map((finding: { text: { de: string } }) => finding.text.de)
        .join(' | ')
        .replaceAll('\u00a0', ' ');
    };
    expect(await reasons('DE:05515000')).toMatch(/320\.946.*31\. Dezember 2022.*300\.000/);
    expect(await reasons('DE:09761000')).toMatch(/301\.033.*300\.000/);
    expect(await reasons('DE:034585401')).toMatch(/Samtgemeinde/);
  });

  it.each([
    ['2014-07-25T23:59:59.999+02:00', 'open', 0],
    ['2014-07-26T00:00:00+02:00', 'closed', undefined],
  ])('at %s it is %s', async (instant, status, daysLeft) => {
    server.clock.set(instant.includes('+') ? Temporal.Instant.from(instant) : instant);
    const call = (await server.http.get(`/api/v1/calls/${second.id}`).expect(200)).body;
    expect(call.status).toBe(status);
    expect(call.daysLeft).toBe(daysLeft);
    const open = (await server.http.get('/api/v1/calls?status=open').expect(200)).body;
    expect(open.total).toBe(status === 'open' ? 1 : 0);
  });
});
