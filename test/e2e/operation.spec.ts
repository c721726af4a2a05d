import { DUEREN, furnish, signedIn, submit, wordsOf } from '../support/clerks.js';
import { type Agent, startTestServer, TEST_ADMIN_EMAIL, TEST_ADMIN_PASSWORD, type TestServer } from '../support/server.js';

describe('the operation of an installation', () => {
  let server: TestServer;
  let admin: Agent;
  let clerk: Agent;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    clerk = (await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] })).browser;
    admin = server.browser();
    await submit(admin, '/sign-in', '/sign-in', { email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD });
  }, 60_000);
  afterAll(() => server?.close());

  const ticked = (minutesAgo: number, reason: string | null = null) =>
    server.database.sql(
      `insert into task_tick (task, ticked_at, failed_at, reason)
       values ('release-due-letters', now() - $1 * interval '1 minute', case when $2::text is not null then now() end, $2)
       on conflict (task) do update set ticked_at = excluded.ticked_at, failed_at = excluded.failed_at, reason = excluded.reason`,
      [minutesAgo, reason],
    );
  const look = async (browser: Agent, path: string) => wordsOf(await browser.get(path).set('Accept', 'text/html').expect(200));

  it('has no banner while all is well, and a page that says so', async () => {
    await ticked(1);
    expect(await look(admin, '/calls')).not.toContain('Betrieb ansehen');
    const words = await look(admin, '/operation');
    expect(words).toContain('Alles läuft.');
    expect(words).toMatch(/Letzte Mail noch nie Seitdem nicht angenommen 0 Warteschlange (leer|\d+ wartend)/);
    expect((await server.asAdmin().get('/api/v1/operation').expect(200)).body).toMatchObject({
      troubles: [],
      ticks: [{ task: 'release-due-letters', tickedAt: expect.any(String) }],
      mail: { refused: 0, stubborn: 0 },
      queue: { waiting: expect.any(Number), oldestSeconds: expect.any(Number) },
    });
  });

  it.each(['/calls', '/editor', '/operation', '/calls?lang=en'])(
    'has a banner for administrators on %s when nothing ticks',
    async (path) => {
      await ticked(11, 'relation <b>x</b> does not exist');
      const page = await admin.get(path).set('Accept', 'text/html').expect(200);
      expect(page.text).not.toContain('<b>x</b>');
      expect(wordsOf(page)).toMatch(
        /Seit 11 Minuten wird keine Mail vorbereitet\. Zuletzt hieß es: .relation|No mail has been prepared for 11 minutes/,
      );
      await admin.get('/calls?lang=de').set('Accept', 'text/html').expect(200);
      expect(await look(clerk, '/calls')).not.toContain('keine Mail vorbereitet');
    },
  );

  it('tells what to do, and since when', async () => {
    await ticked(20);
    await server.database.sql(
      `insert into trouble (id, kind, params, since) values ('01900000-0000-7000-8000-0000000000f1', 'no-tick', '{}', '2014-06-26T09:00Z')`,
    );
    const words = await look(admin, '/operation');
    expect(words).toContain('Läuft der Worker?');
    expect(words).toContain('Bemerkt: 26. Juni 2014, 11:00 Uhr.');
    const { body } = await server.asAdmin().get('/api/v1/operation').expect(200);
    const metrics = (await server.http.get('/metrics').expect(200)).text;
    expect(metrics).toMatch(/^foerdertakt_trouble\{kind="no-tick"\} 1\nfoerdertakt_trouble\{kind="mail-fails"\} 0$/m);
    expect(metrics).toMatch(/^foerdertakt_queue_waiting \d+$/m);
    expect(body.troubles).toMatchObject([
      { kind: 'no-tick', since: '2014-06-26T09:00:00Z', text: { en: expect.stringContaining('20 minutes') } },
    ]);
  });

  it('is nobody else’s, and does not make the server unready', async () => {
    await clerk.get('/operation').set('Accept', 'text/html').expect(403);
    await clerk.get('/api/v1/operation').expect(403);
    await server.http.get('/api/v1/operation').expect(401);
    await server.http.get('/health/ready').expect(200);
  });
});
