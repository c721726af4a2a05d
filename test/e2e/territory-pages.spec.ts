import { type Clerk, csrfOf, DUEREN, furnish, signedIn, submit, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const LIST = '/editor/territories';
const FIELDS = { slug: 'kohle', 'title.de': 'Kohleregionen', source: 'InvKG', entries: '05358\nDE-12\nDE:99999999' };

describe('the pages of named territories', () => {
  let server: TestServer;
  let editor: Clerk;

  const page = async (path: string) => wordsOf(await editor.browser.get(path).set('Accept', 'text/html').expect(200));

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    editor = await signedIn(server, { email: 'editor@x.example', roles: ['editor'] });
  }, 60_000);
  afterAll(() => server.close());

  it('are for editors', async () => {
    const clerk = await signedIn(server, { email: 'clerk@x.example', authorities: [DUEREN] });
    await clerk.browser.get(LIST).set('Accept', 'text/html').expect(403);
    await clerk.browser.get('/editor/new-territory').set('Accept', 'text/html').expect(403);
    expect(await page('/editor')).toContain('Gebiete');
    expect(await page(LIST)).toContain('Noch gibt es kein Gebiet mit eigenem Namen.');
  });

  it('come back with what was entered and what is wrong with it', async () => {
    const refused = await submit(editor.browser, '/editor/new-territory', '/editor/new-territory', {
      ...FIELDS,
      slug: 'Kohle!',
      entries: '05358 Düren',
    });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain('Weder Schlüssel noch Gebiet: Düren');
    expect(wordsOf(refused)).toContain('Bitte nur kleine Buchstaben');
    expect(refused.text).toContain('Kohle!');
  });

  it('store a set, and say how many are in it and which entries name nobody', async () => {
    const stored = await submit(editor.browser, '/editor/new-territory', '/editor/new-territory', FIELDS);
    expect([stored.status, stored.headers.location]).toEqual([303, `${LIST}/kohle?saved=yes`]);
    const { body } = await server.asAdmin().get('/api/v1/named-territories/kohle').expect(200);
    const words = await page(`${LIST}/kohle?saved=yes`);
    expect(words).toContain(`${body.authorities} Kommunen gehören dazu.`);
    expect(words).toContain('Dazu steht niemand im Register: DE:99999999');
    expect(await page(LIST)).toContain(`named:kohle ${body.authorities}`);
    const twice = await submit(editor.browser, '/editor/new-territory', '/editor/new-territory', FIELDS);
    expect([twice.status, wordsOf(twice)]).toEqual([409, expect.stringContaining('Diese Kennung ist schon vergeben.')]);
  });

  it('keep what was entered when somebody else was quicker', async () => {
    const read = await editor.browser.get(`${LIST}/kohle`).set('Accept', 'text/html').expect(200);
    await server.asAdmin().patch('/api/v1/named-territories/kohle').set('If-Match', '"1"').send({ source: 'Anders' }).expect(200);
    const late = await editor.browser
      .post(`${LIST}/kohle`)
      .set('Accept', 'text/html')
      .type('form')
      .send({ ...FIELDS, source: 'Meine', version: '1', _csrf: csrfOf(read) });
    expect(late.status).toBe(412);
    expect(wordsOf(late)).toContain('Inzwischen hat jemand anders gespeichert.');
    expect(late.text).toContain('value="Meine"');
    expect(late.text).toMatch(/name="version" value="2"/);
  });

  it('show which calls name it, and refuse to remove it then', async () => {
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const draft = { ...roundOne(program.id), rule: { territory: { in: ['named:kohle'] } } };
    const call = (await server.asAdmin().post('/api/v1/calls').send(draft).expect(201)).body;
    const remove = () => submit(editor.browser, `${LIST}/kohle`, `${LIST}/kohle`, { do: 'remove', version: '2' });
    await server.asAdmin().post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').expect(200);
    expect(await page(`${LIST}/kohle`)).toContain('Diese Aufrufe nennen das Gebiet:');
    const refused = await remove();
    expect([refused.status, wordsOf(refused)]).toEqual([409, expect.stringContaining('nennt dieses Gebiet.')]);
  });

  it('make sets of others, in English too, and remove what nothing names', async () => {
    const fields = { slug: 'rest', 'title.de': 'Rest', source: 'x', entries: 'DE-05', excludes: 'kohle' };
    const stored = await submit(editor.browser, '/editor/new-territory', '/editor/new-territory', fields);
    expect(stored.status).toBe(303);
    const circular = await submit(editor.browser, `${LIST}/kohle`, `${LIST}/kohle?lang=en`, { ...FIELDS, version: '2', includes: 'rest' });
    expect([circular.status, wordsOf(circular)]).toEqual([
      422,
      expect.stringMatching(/would then contain itself|enthielte sich dann selbst/),
    ]);
    expect(await page(`${LIST}/rest?lang=en`)).toContain('These territories do not belong to it');
    const removed = await submit(editor.browser, `${LIST}/rest`, `${LIST}/rest`, { do: 'remove', version: '1' });
    expect([removed.status, removed.headers.location]).toEqual([303, `${LIST}?removed=yes`]);
    expect(await page(`${LIST}?removed=yes&lang=en`)).toContain('The territory is removed.');
  });

  it('can be used in the form of a call', async () => {
    const { items } = (await server.asAdmin().get('/api/v1/programs').expect(200)).body;
    const created = await submit(editor.browser, '/editor/calls/new', '/editor/calls/new', {
      do: 'save',
      programId: items[0].id,
      round: '9',
      ruleMode: 'ways',
      'ways.0.territories': 'named:kohle',
    });
    expect(created.status).toBe(303);
    const id = /calls\/([\w-]+)/.exec(created.headers.location!)![1];
    const { body } = await server.asAdmin().get(`/api/v1/calls/${id}`).expect(200);
    expect(body.rule).toEqual({ territory: { in: ['named:kohle'] } });
  });
});
