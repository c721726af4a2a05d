import { DUEREN, furnish, JUELICH, signedIn, submit, tokenOf, wordsOf } from '../support/clerks.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('what an authority as a whole hears by mail', () => {
  let server: TestServer;
  let caller: Agent;
  const PATH = `/api/v1/authorities/${DUEREN}/mail`;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    caller = await tokenOf(server, DUEREN, 'api@dueren.example');
  }, 60_000);
  afterAll(() => server?.close());

  it('is the default, then what its people choose, with the version they have seen; each change leaves an entry', async () => {
    expect((await caller.get(PATH).expect(200)).body).toEqual({ unheardCalls: true, version: 0 });
    const chosen = await caller.put(PATH).send({ unheardCalls: false }).expect(200);
    expect([chosen.body, chosen.headers.etag]).toEqual([{ unheardCalls: false, version: 1 }, '"1"']);
    await caller.put(PATH).send({ unheardCalls: true }).expect(428);
    await caller.put(PATH).set('If-Match', '"7"').send({ unheardCalls: true }).expect(412);
    await caller.put(PATH).set('If-Match', '"1"').send({ unheardCalls: 'yes' }).expect(422);
    const entries = await server.database.sql(`select detail from audit_entry where action = 'authority.mail-chosen'`);
    expect(entries).toEqual([{ detail: { tellsUnheard: false } }]);
  });

  it('is not there for people of another municipality, nor for nobody', async () => {
    const other = await tokenOf(server, JUELICH, 'api@juelich.example');
    await other.get(PATH).expect(404);
    await other.put(PATH).send({ unheardCalls: true }).expect(404);
    await server.http.get(PATH).expect(401);
  });

  it('is one thing, whether dates come along with one’s own reminders another', async () => {
    const clerk = await signedIn(server, { email: 'cem@dueren.example', authorities: [DUEREN] });
    const path = `/api/v1/people/${clerk.id}/letter-options`;
    expect((await server.asAdmin().get(path).expect(200)).body).toEqual({ attachDates: false, version: 0 });
    await caller.get(path).expect(404);
    await caller.put(path).send({ attachDates: true }).expect(404);
    const chosen = await submit(clerk.browser, '/reminders', '/reminders/letter-options', { dates: 'yes', version: '0' });
    expect([chosen.status, chosen.headers.location]).toEqual([303, '/reminders?saved=yes']);
    await server.asAdmin().put(path).send({ attachDates: false }).expect(428);
    const changed = await server.asAdmin().put(path).set('If-Match', '"1"').send({ attachDates: false }).expect(200);
    expect(changed.body).toEqual({ attachDates: false, version: 2 });
  });

  it('is a switch on the page about reminders', async () => {
    const clerk = await signedIn(server, { email: 'bea@juelich.example', authorities: [JUELICH] });
    const page = await clerk.browser.get('/reminders').set('Accept', 'text/html').expect(200);
    expect(wordsOf(page)).toContain('Eine Woche vorher Bescheid geben');
    const off = await submit(clerk.browser, '/reminders', '/reminders/authority', { version: '0' });
    expect([off.status, off.headers.location]).toEqual([303, '/reminders?saved=yes']);
    expect((await server.asAdmin().get(`/api/v1/authorities/${JUELICH}/mail`).expect(200)).body).toEqual({
      unheardCalls: false,
      version: 1,
    });
    await submit(clerk.browser, '/reminders', '/reminders/authority', { version: '1', unheard: 'yes' });
    expect((await server.asAdmin().get(`/api/v1/authorities/${JUELICH}/mail`).expect(200)).body).toEqual({
      unheardCalls: true,
      version: 2,
    });
  });
});
