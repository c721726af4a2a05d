import { Instance } from '@app/accounts/instance.js';
import { stopDigestToken } from '@app/reminders/stop-token.js';
import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, tokenOf, wordsOf } from '../support/clerks.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('new matches by mail', () => {
  let server: TestServer;
  let clerk: Clerk;
  let caller: Agent;
  const PATH = `/api/v1/authorities/${DUEREN}/digest`;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    clerk = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    caller = await tokenOf(server, DUEREN, 'api@dueren.example');
  }, 60_000);
  afterAll(() => server?.close());

  const searchOf = async (name: string) => {
    const [row] = await server.database.sql<{ id: string; digest: boolean; frequency: string }>(
      'select id, digest, frequency from saved_search where person_id = $1 and name = $2',
      [clerk.id, name],
    );
    return row!;
  };
  const stopPath = async (personId: string, searchId: string) => {
    const { secret } = (await server.app.get(Instance, { strict: false }).read())!;
    return `/reminders/stop-digest/${stopDigestToken(secret, personId, searchId)}`;
  };

  it('of what fits are off, are chosen, and need the version after that', async () => {
    expect((await caller.get(PATH).expect(200)).body).toEqual({ digest: 'off', version: 0 });
    const chosen = await caller.put(PATH).send({ digest: 'weekly' }).expect(200);
    expect([chosen.body, chosen.headers.etag]).toEqual([{ digest: 'weekly', version: 1 }, '"1"']);
    await caller.put(PATH).send({ digest: 'off' }).expect(428);
    await caller.put(PATH).set('If-Match', '"9"').send({ digest: 'off' }).expect(412);
    await caller.put(PATH).set('If-Match', '"1"').send({ digest: 'hourly' }).expect(422);
    expect((await caller.put(PATH).set('If-Match', '"1"').send({ digest: 'off' }).expect(200)).body).toEqual({ digest: 'off', version: 2 });
    const entries = await server.database.sql<{ detail: unknown }>(
      `select detail from audit_entry where action = 'search.digest-chosen' order by detail ->> 'digest' desc`,
    );
    expect(entries.map(({ detail }) => detail)).toEqual([{ digest: 'weekly' }, { digest: 'off' }]);
  });

  it('are nobody else’s business: not of another municipality, nor for nobody, and no search in any list', async () => {
    const other = await tokenOf(server, JUELICH, 'api@juelich.example');
    await other.get(PATH).expect(404);
    await other.put(PATH).send({ digest: 'daily' }).expect(404);
    await server.http.get(PATH).expect(401);
    expect((await caller.get('/api/v1/saved-searches').expect(200)).body.items).toEqual([]);
    const [{ id }] = (await server.database.sql<{ id: string }>('select id from saved_search where profile')) as [{ id: string }];
    await caller.get(`/api/v1/saved-searches/${id}`).expect(404);
    await caller.delete(`/api/v1/saved-searches/${id}`).set('If-Match', '"2"').expect(404);
  });

  it('are switched on the page about reminders', async () => {
    const before = await clerk.browser.get('/reminders').set('Accept', 'text/html').expect(200);
    expect(wordsOf(before)).toContain('Neue passende Aufrufe für Düren');
    const saved = await submit(clerk.browser, '/reminders', '/reminders/new-calls', { digest: 'daily', version: '0' });
    expect([saved.status, saved.headers.location]).toEqual([303, '/reminders?saved=yes']);
    expect(await searchOf('')).toMatchObject({ digest: true, frequency: 'daily' });
    expect((await submit(clerk.browser, '/reminders', '/reminders/new-calls', { digest: 'off', version: '7' })).status).toBe(412);
  });

  it('of a saved search come as often as it says', async () => {
    const body = { name: 'Digital', filter: { query: 'digital' }, digest: true, frequency: 'weekly' };
    expect((await caller.post('/api/v1/saved-searches').send(body).expect(201)).body).toMatchObject({ digest: true, frequency: 'weekly' });
    await submit(clerk.browser, '/calls', '/searches', { query: 'digital', name: 'Meine', digest: 'yes' });
    const { id } = await searchOf('Meine');
    const changed = await submit(clerk.browser, `/searches/${id}`, `/searches/${id}`, {
      do: 'change',
      version: '1',
      name: 'Meine',
      digest: 'yes',
      frequency: 'weekly',
    });
    expect(changed.status).toBe(303);
    expect(await searchOf('Meine')).toMatchObject({ digest: true, frequency: 'weekly' });
  });

  describe('the link in each letter of them', () => {
    const read = (path: string) => server.http.get(path).set('Accept', 'text/html').set('Accept-Language', 'de');

    it('asks about this search, and changes nothing by being opened', async () => {
      const { id } = await searchOf('Meine');
      const page = await read(await stopPath(clerk.id, id)).expect(200);
      expect(wordsOf(page)).toContain('Sollen keine neuen Treffer der Suche „Meine“ mehr an b…@dueren.example gehen?');
      expect(page.headers['cache-control']).toBe('no-store');
      expect(await searchOf('Meine')).toMatchObject({ digest: true });
    });

    it('stops it at one click and leaves reminders alone; its button lets it come again', async () => {
      const { id } = await searchOf('Meine');
      const path = await stopPath(clerk.id, id);
      const click = await server.http.post(path).type('form').send('List-Unsubscribe=One-Click').expect(200);
      expect(click.text).toBe('Die neuen Treffer sind abbestellt\n');
      expect(await searchOf('Meine')).toMatchObject({ digest: false });
      expect(await searchOf('')).toMatchObject({ digest: true });
      const stopped = 'select 1 from reminder_preference where person_id = $1 and stopped_at is not null';
      expect(await server.database.sql(stopped, [clerk.id])).toEqual([]);
      expect(wordsOf(await read(path).expect(200))).toContain('Die neuen Treffer sind abbestellt');
      await server.http.post(path).type('form').send({ do: 'resume' }).expect(200);
      expect(await searchOf('Meine')).toMatchObject({ digest: true });
    });

    it('that is none of ours is gone', async () => {
      const { id } = await searchOf('Meine');
      const path = await stopPath(clerk.id, id);
      const { id: profile } = await searchOf('');
      for (const wrong of [path.replace(id, profile), `${path}x`, '/reminders/stop-digest/nothing']) {
        expect(wordsOf(await read(wrong).expect(404))).toContain('Diese Adresse gilt nicht mehr');
        await server.http.post(wrong).type('form').send('List-Unsubscribe=One-Click').expect(404);
      }
    });
  });
});
