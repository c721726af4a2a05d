import { type Clerk, csrfOf, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

describe('the watch list', () => {
  let server: TestServer;
  let bea: Clerk;
  let cem: Clerk;
  let foreign: Clerk;
  let call: string;

  const page = async (clerk: Clerk, path: string) => wordsOf(await clerk.browser.get(path).set('Accept', 'text/html').expect(200));
  /** The form on the call's page as it stands there, with the version that it carries. */
  async function step(clerk: Clerk, fields: Record<string, string>): Promise<string> {
    const shown = await clerk.browser.get(`/calls/${call}`).set('Accept', 'text/html').expect(200);
    const version = /name="version" value="(\d+)"/.exec(shown.text)?.[1];
    const answer = await clerk.browser
      .post(`/calls/${call}/stance`)
      .type('form')
      .send({ ...fields, ...(version && { version }), _csrf: csrfOf(shown) });
    expect(answer.status).toBe(303);
    return answer.headers.location!;
  }

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    const published = async (body: object): Promise<string> => {
      const { id } = (await server.asAdmin().post('/api/v1/calls').send(body).expect(201)).body;
      await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200);
      return id;
    };
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    call = await published(roundTwo(program, await published(roundOne(program))));
    bea = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    cem = await signedIn(server, { email: 'cem@dueren.example', name: 'Cem Aydin', authorities: [DUEREN] });
    foreign = await signedIn(server, { email: 'julia@juelich.example', name: 'Julia Vogt', authorities: [JUELICH] });
  }, 60_000);
  afterAll(() => server.close());

  it('is empty at first, and says what to do', async () => {
    expect(await page(bea, '/watch-list')).toContain('Noch ist nichts gemerkt.');
  });

  it('gets a call by its button, and colleagues see it there', async () => {
    await step(bea, { do: 'follow' });
    expect(await page(bea, `/calls/${call}`)).toContain('Auf Ihrer Merkliste seit 26. Juni 2014.');
    expect(await page(cem, `/calls/${call}`)).toContain('Bea Schmitz hat den Aufruf auf der Merkliste.');
    expect(await page(cem, '/watch-list')).toContain('Gemerkt von: Bea Schmitz');
    expect(await page(foreign, `/calls/${call}`)).not.toContain('Bea Schmitz');
    expect(await page(foreign, '/watch-list')).toContain('Noch ist nichts gemerkt.');
  });

  it('says how long before the deadline the reader is reminded, and nothing to whom it is put aside', async () => {
    expect(await page(bea, `/calls/${call}`)).toContain('Erinnert wird 28, 14, 7 und 1 Tag vorher (Voreinstellung).');
    await step(bea, { do: 'dismiss', reason: 'too_late' });
    expect(await page(bea, `/calls/${call}`)).not.toContain('Erinnert wird');
    await step(bea, { do: 'follow' });
  });

  it('shows what was put aside with its reason, as long as nobody follows it', async () => {
    await step(cem, { do: 'dismiss', reason: 'own_share', note: 'Kämmerei sagt nein' });
    expect(await page(bea, '/watch-list')).toMatch(/Gemerkte Aufrufe.*Cem Aydin: Eigenanteil nicht zu leisten.*Kämmerei sagt nein/);
    await step(bea, { do: 'unfollow' });
    expect(await page(bea, '/watch-list')).toMatch(/Noch ist nichts gemerkt.*Aussortiert.*Eigenanteil nicht zu leisten/);
    await step(cem, { do: 'undo' });
    expect(await page(cem, '/watch-list')).not.toContain('Aussortiert');
  });

  it('a step that was overtaken in another window changes nothing and says so', async () => {
    await step(bea, { do: 'follow' });
    const answer = await submit(bea.browser, `/calls/${call}`, `/calls/${call}/stance`, { do: 'dismiss', reason: 'other', version: '9' });
    expect(answer.headers.location).toBe(`/calls/${call}?stance=changed#stance`);
    expect(await page(bea, `/calls/${call}?stance=changed`)).toMatch(/inzwischen geändert.*Auf Ihrer Merkliste/);
  });

  it('a search of the list is kept, looked at, renamed and thrown away', async () => {
    const filter = { query: 'Modellkommune', status: 'open', state: 'DE-05', outcome: 'eligible', name: 'Digitales', digest: 'yes' };
    const saved = await submit(bea.browser, '/calls', '/searches', filter);
    expect(saved.status).toBe(303);
    const path = saved.headers.location!.split('?')[0]!;
    expect(await page(bea, saved.headers.location!)).toMatch(
      /Die Suche ist gespeichert.*1 Aufruf.*Modellkommune.*offen.*Nordrhein-Westfalen.*passt/,
    );
    expect(await page(bea, '/watch-list')).toMatch(/Digitales 1 ja/);
    await foreign.browser.get(path).expect(404);
    const nameless = await submit(bea.browser, path, path, { do: 'change', version: '1', name: ' ' });
    expect([nameless.status, wordsOf(nameless)]).toEqual([422, expect.stringContaining('Bitte einen Namen')]);
    await submit(bea.browser, path, path, { do: 'change', version: '1', name: 'E-Government' });
    expect(await page(bea, '/watch-list')).toMatch(/E-Government 1 nein/);
    expect((await submit(bea.browser, path, path, { do: 'remove', version: '1' })).status).toBe(412);
    expect((await submit(bea.browser, path, path, { do: 'remove', version: '2' })).status).toBe(303);
    await bea.browser.get(path).expect(404);
  });

  it('is for staff alone, in both languages', async () => {
    await server.http.get('/watch-list').set('Accept', 'text/html').expect(303);
    expect(await page(bea, '/watch-list?lang=en')).toContain('Calls you watch');
  });
});
