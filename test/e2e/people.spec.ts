import type { Response } from 'supertest';
import { startTestServer, type TestServer } from '../support/server.js';

const DUEREN = 'DE:05358008';
const GUETERSLOH = 'DE:05754008';
const PEOPLE = '/api/v1/people';

describe('/api/v1/people', () => {
  let server: TestServer;
  let made = 0;

  beforeAll(async () => {
    server = await startTestServer();
    for (const [index, key] of [DUEREN, GUETERSLOH].entries()) {
      await server.database.sql(
        `insert into authority (id, ordinal, key, name, official_name, types, territory, zone, origin, source, search_text, revision, version, created_at, updated_at)
          values ($1, $2, $3, $3, $3, '{municipality}', 'DE-05', 'Europe/Berlin', 'entered', 's', 'n', 0, 1, '2014-01-01', '2014-01-01')`,
        [`01900000-0000-7000-8000-00000000000${index}`, index, key],
      );
    }
  });

  afterAll(() => server.close());

  const clerk = (details = {}) => {
    made += 1;
    return {
      email: `clerk${made}@rathaus.example`,
      name: 'Anke Jansen',
      language: 'de',
      roles: ['staff'],
      authorities: [DUEREN],
      ...details,
    };
  };
  const create = (details = {}): Promise<Response> => server.asAdmin().post(PEOPLE).send(clerk(details));
  const tokenOf = async (id: string): Promise<string> =>
    (await server.asAdmin().post(`${PEOPLE}/${id}/tokens`).send({ name: 'Test' })).body.token;

  it('makes an account whose address counts as verified', async () => {
    const created = await create({ password: 'Feuerwehr-2014' });
    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`${PEOPLE}/${created.body.id}`);
    expect(created.headers.etag).toBe('"1"');
    expect(created.body).toMatchObject({ version: 1, emailVerified: true, roles: ['staff'], authorities: [DUEREN], hasPassword: true });
    expect(JSON.stringify(created.body)).not.toContain('argon2');
    expect((await server.asAdmin().get(created.headers.location!)).body).toEqual(created.body);
  });

  it.each([
    ['no address', { email: undefined }, '/email'],
    ['a list of addresses', { email: 'a@x.example, b@y.example' }, '/email'],
    ['a line break in the address', { email: 'a@x.example\r\nBcc: b@y.example' }, '/email'],
    ['an unknown language', { language: 'fr' }, '/language'],
    ['an unknown role', { roles: ['mayor'] }, '/roles/0'],
    ['a short password', { password: '1234567' }, '/password'],
    ['what it does not know', { isAdmin: true }, '/isAdmin'],
  ])('refuses %s and points at it', async (_, details, pointer) => {
    const refused = await create(details);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('refuses an authority that is not in the register, pointing at it', async () => {
    const refused = await create({ authorities: [DUEREN, 'DE:99999999'] });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      type: '/problems/unknown-authority',
      errors: [{ pointer: '/authorities/1', code: 'unknown-authority' }],
    });
  });

  it('refuses an address that is taken', async () => {
    const { email } = (await create()).body;
    const refused = await create({ email: email.toUpperCase() });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/email-taken']);
  });

  it('does once what comes twice with the same Idempotency-Key', async () => {
    const body = clerk();
    const send = () => server.asAdmin().post(PEOPLE).set('Idempotency-Key', 'person-1').send(body);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
  });

  it('changes with the version that the change is based on, and not without', async () => {
    const { id } = (await create()).body;
    const patch = (version?: string) => {
      const request = server.asAdmin().patch(`${PEOPLE}/${id}`);
      return (version ? request.set('If-Match', version) : request).send({ language: 'en', authorities: [GUETERSLOH] });
    };
    expect((await patch()).status).toBe(428);
    const changed = await patch('"1"');
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ version: 2, language: 'en', authorities: [GUETERSLOH], name: 'Anke Jansen' });
    expect((await patch('"1"')).status).toBe(412);
  });

  it('lists page by page, with the next page in the Link', async () => {
    await create();
    await create();
    const first = await server.asAdmin().get(PEOPLE).query({ limit: 1 });
    expect(first.body.items).toHaveLength(1);
    expect(first.body.total).toBeGreaterThan(2);
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.link!)![1]!;
    const second = await server.asAdmin().get(link);
    expect(second.body.items[0].email > first.body.items[0].email).toBe(true);
    for (const cursor of ['nonsense', btoa('["\\u0000"]')]) expect((await server.asAdmin().get(PEOPLE).query({ cursor })).status).toBe(400);
  });

  describe('for staff', () => {
    it('shows themselves and lets them have a token, shown once', async () => {
      const { id } = (await create()).body;
      const token = await tokenOf(id);
      expect((await server.as(token).get(`${PEOPLE}/${id}`)).status).toBe(200);
      const own = await server.as(token).post(`${PEOPLE}/${id}/tokens`).send({});
      expect([own.status, own.body.name]).toEqual([201, 'API']);
      expect((await server.as(own.body.token).get(`${PEOPLE}/${id}`)).status).toBe(200);
    });

    it('of another municipality: there is nobody', async () => {
      const [here, there] = [(await create()).body, (await create({ authorities: [GUETERSLOH] })).body];
      const token = await tokenOf(here.id);
      expect((await server.as(token).get(`${PEOPLE}/${there.id}`)).status).toBe(404);
      expect((await server.as(token).post(`${PEOPLE}/${there.id}/tokens`).send({})).status).toBe(404);
    });

    it.each(['staff', 'editor'])('is closed otherwise: %s', async (role) => {
      const { id } = (await create({ roles: [role] })).body;
      const agent = server.as(await tokenOf(id));
      expect((await agent.get(PEOPLE)).status).toBe(403);
      expect((await agent.post(PEOPLE).send(clerk())).status).toBe(403);
      expect(
        (
          await agent
            .patch(`${PEOPLE}/${id}`)
            .set('If-Match', '"1"')
            .send({ roles: ['admin'] })
        ).status,
      ).toBe(403);
    });
  });
});
