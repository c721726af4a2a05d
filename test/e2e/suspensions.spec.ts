import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { startTestServer, TEST_ADMIN_EMAIL, TEST_ADMIN_PASSWORD, type TestServer } from '../support/server.js';

const ANSWER = '550 5.1.1 <script>no such mailbox</script>';

describe('addresses that mail servers refuse for good', () => {
  let server: TestServer;
  let owner: Clerk;
  let other: Clerk;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    owner = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    other = await signedIn(server, { email: 'ben@juelich.example', authorities: [JUELICH], language: 'en' });
  }, 60_000);
  afterAll(() => server?.close());

  beforeEach(async () => {
    await server.database.sql(
      `insert into address_trouble (address, hard_bounces, last_reason, last_bounce_at, suspended_at) values ($1, 3, $2, '2014-06-26', '2014-06-26')
       on conflict do nothing`,
      [owner.email, ANSWER],
    );
  });

  const look = (clerk: Clerk, path: string) => clerk.browser.get(path).set('Accept', 'text/html').expect(200);
  const suspended = async () => (await server.database.sql('select address from address_trouble')).length;
  const admin = async (): Promise<Clerk> => {
    const browser = server.browser();
    const signIn = { email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD };
    expect((await submit(browser, '/sign-in', '/sign-in', signIn)).status).toBe(303);
    return { id: '', email: TEST_ADMIN_EMAIL, browser };
  };

  it.each(['/', '/calls', '/reminders'])('show a banner to their owner on %s, to nobody else', async (path) => {
    const page = await look(owner, path);
    expect(wordsOf(page)).toContain('An bea@dueren.example schicken wir keine Mails mehr.');
    expect(page.text).toContain('550 5.1.1 &lt;script>');
    expect((await look(other, path)).text).not.toContain('bea@dueren.example');
    expect((await server.http.get('/calls').set('Accept', 'text/html').expect(200)).text).not.toContain('bea@dueren.example');
  });

  it('get no mails until they work again, says the page of addresses', async () => {
    expect(wordsOf(await look(owner, '/reminders/addresses'))).toMatch(/bea@dueren\.example gesperrt, \S.*? wenn sie wieder geht/);
  });

  it('work again when their owner says so in the banner, and clicking twice does no harm', async () => {
    const press = () => submit(owner.browser, '/calls', '/reminders/suspension-lift', { address: owner.email, back: '/calls?status=open' });
    for (const clicked of [await press(), await press()]) {
      expect([clicked.status, clicked.headers.location]).toEqual([303, '/calls?status=open']);
    }
    expect(await suspended()).toBe(0);
    expect((await look(owner, '/calls')).text).not.toContain('schicken wir keine Mails mehr');
  });

  it('are not lifted by a form of another website, nor by others', async () => {
    await owner.browser.post('/reminders/suspension-lift').type('form').send({ address: owner.email }).expect(403);
    await submit(other.browser, '/calls', '/reminders/suspension-lift', { address: owner.email, back: '/' });
    await server.http.post('/api/v1/suspensions/lift').send({ address: owner.email }).expect(401);
    expect(await suspended()).toBe(1);
  });

  it('are read and lifted over the interface: one’s own, and all by administrators', async () => {
    const { token } = (await server.asAdmin().post(`/api/v1/people/${owner.id}/tokens`).send({ name: 'test' })).body;
    const foreign = (await server.asAdmin().post(`/api/v1/people/${other.id}/tokens`).send({ name: 'test' })).body.token;
    const expected = {
      address: owner.email,
      owners: [{ id: owner.id, name: 'Bea Schmitz' }],
      hardBounces: 3,
      lastReason: ANSWER,
      suspendedAt: '2014-06-26T00:00:00Z',
    };
    for (const client of [server.as(token), server.asAdmin()]) {
      expect((await client.get('/api/v1/suspensions').expect(200)).body).toEqual({ items: [expected], total: 1, next: null });
    }
    expect((await server.as(foreign).get('/api/v1/suspensions').expect(200)).body.total).toBe(0);
    await server.as(foreign).post('/api/v1/suspensions/lift').send({ address: owner.email }).expect(404);
    await server
      .as(token)
      .post('/api/v1/suspensions/lift')
      .send({ address: 'x'.repeat(321) })
      .expect(422);
    await server.as(token).post('/api/v1/suspensions/lift').send({ address: owner.email.toUpperCase() }).expect(204);
    await server.as(token).post('/api/v1/suspensions/lift').send({ address: owner.email }).expect(404);
    expect(await suspended()).toBe(0);
  });

  describe('for administrators', () => {
    beforeAll(async () => {
      await server.database.sql(
        `insert into letter (id, person_id, local_day, number, state, attempts, refusals, kind, response, bound_at, tried_at)
         values ('01900000-0000-7000-8000-0000000000f1', $1, '2014-06-26', 1, 'failed', 1, 0, 'reminders', $2, '2014-06-26', '2014-06-26T05:00Z'),
           ('01900000-0000-7000-8000-0000000000f2', $1, '2014-06-26', 2, 'sent', 1, 0, 'reminders', '250 OK', '2014-06-26', '2014-06-26T06:00Z')`,
        [owner.id, ANSWER],
      );
    });

    it('stand on a page with the letters that failed, and are lifted there', async () => {
      const clerk = await admin();
      const page = await look(clerk, '/operation');
      const words = wordsOf(page);
      expect(words).toContain('Gesperrte Adressen');
      expect(words).toMatch(/bea@dueren\.example Bea Schmitz 26\. Juni 2014, 02:00 Uhr 550 5\.1\.1/);
      expect(words).toMatch(/Bea Schmitz, bea@dueren\.example Erinnerungen 26\. Juni 2014, 07:00 Uhr 550 5\.1\.1/);
      expect(page.text).not.toContain('<script>no');
      expect(wordsOf(await look(clerk, '/operation?lang=en'))).toContain('Mails that failed for good');
      await submit(clerk.browser, '/operation', '/reminders/suspension-lift', { address: owner.email, back: '/operation' });
      expect(await suspended()).toBe(0);
      expect((await server.database.sql(`select 1 from audit_entry where action = 'address.reinstated'`)).length).toBeGreaterThan(0);
    });

    it('are a list of letters with the server’s answers, by state and page by page', async () => {
      const all = (await server.asAdmin().get('/api/v1/letters?limit=1').expect(200)).body;
      expect(all).toMatchObject({ total: 2, items: [{ state: 'sent', response: '250 OK', recipient: { email: owner.email } }] });
      const rest = (await server.asAdmin().get(`/api/v1/letters?limit=1&cursor=${all.next}`).expect(200)).body;
      expect(rest).toMatchObject({ next: null, items: [{ state: 'failed', response: ANSWER }] });
      expect((await server.asAdmin().get('/api/v1/letters?state=failed').expect(200)).body.total).toBe(1);
    });

    it('are nobody else’s', async () => {
      await owner.browser.get('/operation').set('Accept', 'text/html').expect(403);
      await owner.browser.get('/api/v1/letters').expect(403);
    });
  });
});
