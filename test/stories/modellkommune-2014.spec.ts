import { Instance } from '@app/accounts/instance.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { describeWithData, REGISTER_FILE } from '../support/shared-data.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

describeWithData('Modellkommune E-Government, second round (2014), on the real register', () => {
  let server: TestServer;
  let worker: TestWorker;
  let first: { id: string };
  let second: { id: string; version: number; deadlines: { id: string }[] };

  let feedPath = '';
  const readFeed = async () => (await server.http.get(feedPath).buffer(true).expect(200)).text.replaceAll(/\r\n[ \t]/g, '');
  const admin = () => server.asAdmin();
  const publish = async (call: { id: string; version: number }) =>
    (await admin().post(`/api/v1/calls/${call.id}/publication`).set('If-Match', `"${call.version}"`).send({}).expect(200)).body;

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await server.app.get(Instance, { strict: false }).ensure({ domain: 'foerdertakt.example', demonstration: false });
    worker = await startTestWorker(server);
  }, 60_000);

  afterAll(async () => {
    await worker.close();
    await server.close();
  });

  it('imports the register of 12,272 authorities', async () => {
    const started = await admin().post('/api/v1/register-imports').field('format', 'gv100ad').attach('file', REGISTER_FILE).expect(202);
    expect(started.body.state).toBe('queued');
    await worker.settle();
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

  it('takes the clerks of Düren and Münster in, and shows Düren the deadline in a calendar', async () => {
    for (const [key, email, name] of [
      ['DE:05358008', 'clerk@dueren.example', 'Bea Lennartz'],
      ['DE:05515000', 'clerk@muenster.example', 'Max Hartwig'],
    ]) {
      await admin()
        .post('/api/v1/people')
        .send({ email, name, language: 'de', roles: ['staff'], authorities: [key] })
        .expect(201);
    }
    const feed = (await admin().post('/api/v1/authorities/DE:05358008/feeds').send({ scope: 'eligible' }).expect(201)).body;
    feedPath = feed.url.slice(server.url.length);
    const entry = await readFeed();
    expect(entry).toContain('DTSTART;VALUE=DATE:20140725');
    expect(entry).toContain('SUMMARY:Frist: Modellkommune E-Government\\, 2.\u00a0Runde');
    const muenster = (await admin().post('/api/v1/authorities/DE:05515000/feeds').send({ scope: 'eligible' }).expect(201)).body;
    expect((await server.http.get(muenster.url.slice(server.url.length)).buffer(true).expect(200)).text).not.toContain('BEGIN:VEVENT');
  });

  it('foresees the four mails of 28, 14, 7 and 1 days', async () => {
    await worker.settle();
    for (const [day, lead] of [
      ['2014-06-27', 28],
      ['2014-07-11', 14],
      ['2014-07-18', 7],
      ['2014-07-24', 1],
    ]) {
      const { items } = (await admin().get(`/api/v1/reminders?on=${day}`).expect(200)).body;
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ lead, state: 'planned', dueAt: `${day}T05:00:00Z` });
    }
  });

  it.each([
    ['2014-06-27', 'Noch 28 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['2014-07-11', 'Noch 14 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['2014-07-18', 'Noch 7 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['2014-07-24', 'Noch 1 Tag: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
  ])('writes to the clerk of Düren on %s at 07:00, once', async (day, subject) => {
    server.clock.set(Temporal.Instant.from(`${day}T06:59:59+02:00`));
    await worker.work();
    expect(worker.mailer.sent).toEqual([]);
    server.clock.set(Temporal.Instant.from(`${day}T07:00:00+02:00`));
    await worker.work();
    await worker.work();
    expect(worker.mailer.sent.map(({ to, subject: said }) => [to.address, said])).toEqual([['clerk@dueren.example', subject]]);
    const [letter] = worker.mailer.sent.splice(0);
    const words = letter!.text.replace(/[\s\u00a0]+/g, ' ');
    expect(words).toContain('Freitag, 25. Juli 2014');
    expect(words).toContain('Stadt mit 93.207 Einwohnern, erlaubt sind höchstens 300.000');
    expect(words).toContain('fünfmal 60.000 Euro');
    expect(words).toContain('Stand 31.12.2022, © Statistisches Bundesamt (Destatis)');
    const { items } = (await admin().get(`/api/v1/reminders?on=${day}`).expect(200)).body;
    expect(items).toMatchObject([{ state: 'sent', messageId: expect.stringMatching(/@foerdertakt\.example>$/) }]);
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

  it('tells of the withdrawal: no more mails, a cancelled entry, the reason on the page', async () => {
    server.clock.set('2014-07-25T08:00:00Z');
    const withdrawal = admin().post(`/api/v1/calls/${second.id}/withdrawal`).set('If-Match', `"${second.version}"`);
    await withdrawal.send({ reason: 'Die Mittel stehen nicht mehr zur Verfügung.' }).expect(200);
    await worker.work();
    expect(worker.mailer.sent).toEqual([]);
    const entry = await readFeed();
    expect(entry).toContain('STATUS:CANCELLED');
    expect(entry).toContain('SUMMARY:Zurückgezogen: Frist: Modellkommune E-Government');
    const page = (await server.http.get(`/calls/${second.id}`).set('Accept', 'text/html').expect(200)).text;
    expect(page).toContain('Die Mittel stehen nicht mehr zur Verfügung.');
  });
});
