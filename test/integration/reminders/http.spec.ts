import { startTestServer, type TestServer } from '../../support/server.js';

const DUEREN = 'DE:05358008';
const GUETERSLOH = 'DE:05754008';
const MINE = { leads: [10, 3], unit: 'working_days', about: 'eligible', frequency: 'weekly' };

describe('/api/v1/people/{id}/reminders and /api/v1/reminders', () => {
  let server: TestServer;
  let clerk: { id: string; token: string };
  let other: { id: string; token: string };

  const employ = async (email: string, key: string): Promise<{ id: string; token: string }> => {
    const person = { email, name: 'Anke Jansen', language: 'de', roles: ['staff'], authorities: [key] };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person)).body;
    const { token } = (await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({ name: 'Test' })).body;
    return { id, token };
  };

  beforeAll(async () => {
    server = await startTestServer();
    for (const [index, key] of [DUEREN, GUETERSLOH].entries()) {
      await server.database.sql(
        `insert into authority (id, ordinal, key, name, official_name, types, territory, zone, origin, source, search_text, revision, version, created_at, updated_at)
          values ($1, $2, $3, $3, $3, '{municipality}', 'DE-05', 'Europe/Berlin', 'entered', 's', 'n', 0, 1, '2014-01-01', '2014-01-01')`,
        [`01900000-0000-7000-8000-00000000000${index}`, index, key],
      );
    }
    clerk = await employ('a@rathaus.example', DUEREN);
    other = await employ('b@rathaus.example', GUETERSLOH);
  });
  afterAll(() => server.close());

  it('answers the default, takes a choice without If-Match once, and with it after that', async () => {
    const path = `/api/v1/people/${clerk.id}/reminders`;
    const before = await server.as(clerk.token).get(path);
    expect([before.status, before.headers.etag]).toEqual([200, '"0"']);
    expect(before.body).toMatchObject({ leads: [28, 14, 7, 1], unit: 'days', about: 'eligible', frequency: 'daily', stopped: false });
    const chosen = await server.as(clerk.token).put(path).send(MINE);
    expect([chosen.status, chosen.headers.etag]).toEqual([200, '"1"']);
    expect(chosen.body).toMatchObject(MINE);
    expect((await server.as(clerk.token).put(path).send(MINE)).status).toBe(428);
    expect((await server.as(clerk.token).put(path).set('If-Match', '"9"').send(MINE)).status).toBe(412);
    expect((await server.asAdmin().put(path).set('If-Match', '"1"').send(MINE)).status).toBe(200);
  });

  it('ends all letters and lets them come again, and leaves that alone where it is not named', async () => {
    const path = `/api/v1/people/${clerk.id}/reminders`;
    const choice = { leads: [14], unit: 'days', about: 'eligible', frequency: 'daily' };
    const choose = async (more: object) => {
      const { headers } = await server.as(clerk.token).get(path).expect(200);
      const chosen = await server
        .as(clerk.token)
        .put(path)
        .set('If-Match', headers.etag!)
        .send({ ...choice, ...more })
        .expect(200);
      return chosen.body.stopped;
    };
    expect(await choose({ stopped: true })).toBe(true);
    expect(await choose({})).toBe(true);
    expect(await choose({ stopped: false })).toBe(false);
    await server
      .as(clerk.token)
      .put(path)
      .set('If-Match', '"9"')
      .send({ ...choice, stopped: 'no' })
      .expect(422);
  });

  it('is not there for somebody of another municipality, nor for nobody', async () => {
    const path = `/api/v1/people/${clerk.id}/reminders`;
    expect((await server.as(other.token).get(path)).status).toBe(404);
    expect((await server.as(other.token).put(path).send(MINE)).status).toBe(404);
    expect((await server.http.get(path)).status).toBe(401);
    expect((await server.http.get('/api/v1/reminders')).status).toBe(401);
  });

  it.each([
    [{ ...MINE, leads: [91] }, '/leads/0'],
    [{ ...MINE, leads: [7, 7] }, '/leads/1'],
    [{ ...MINE, unit: 'weeks' }, '/unit'],
    [{ ...MINE, frequency: undefined }, '/frequency'],
  ])('refuses %j and points at it', async (body, pointer) => {
    const refused = await server.as(other.token).put(`/api/v1/people/${other.id}/reminders`).send(body);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
    expect(refused.body.errors[0].detail).toBeTruthy();
  });

  it('answers, takes and takes back leads of an authority and of a call', async () => {
    const path = `/api/v1/people/${clerk.id}/reminders/authorities/${DUEREN}`;
    const before = await server.as(clerk.token).get(path);
    expect([before.status, before.headers.etag, before.body.version]).toEqual([200, '"0"', 0]);
    const chosen = await server
      .as(clerk.token)
      .put(path)
      .send({ leads: [3, 60], unit: 'days' });
    expect([chosen.status, chosen.headers.etag]).toEqual([200, '"1"']);
    expect(chosen.body).toEqual({ leads: [60, 3], unit: 'days', from: 'authority', version: 1 });
    const refused = await server
      .as(clerk.token)
      .put(path)
      .set('If-Match', '"1"')
      .send({ leads: [3, 91], unit: 'days' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/leads/1']);
    expect((await server.as(clerk.token).put(path).send({ leads: [], unit: 'days' })).status).toBe(428);
    expect((await server.as(clerk.token).delete(path).set('If-Match', '"9"')).status).toBe(412);
    expect((await server.as(other.token).get(path)).status).toBe(404);
    expect((await server.as(other.token).put(path).set('If-Match', '"1"').send({ leads: [], unit: 'days' })).status).toBe(404);
    expect((await server.http.get(path)).status).toBe(401);
    expect((await server.as(clerk.token).get(`${path}/calls/${clerk.id}`)).status).toBe(404);
    expect((await server.as(clerk.token).delete(path).set('If-Match', '"1"')).status).toBe(204);
    expect((await server.as(clerk.token).get(path)).body).toMatchObject({ version: 2 });
  });

  it('lists a page of the ledger', async () => {
    const list = await server.as(clerk.token).get('/api/v1/reminders?on=2014-06-27&state=planned');
    expect([list.status, list.body]).toEqual([200, { items: [], total: 0, next: null }]);
    expect((await server.as(clerk.token).get('/api/v1/reminders?on=tomorrow')).status).toBe(422);
    expect((await server.as(clerk.token).get(`/api/v1/reminders?cursor=${btoa('["x","y"]')}`)).status).toBe(400);
  });
});
