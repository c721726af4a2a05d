import { FixedClock } from '@app/kernel/clock.js';
import { DUEREN, furnish, JUELICH } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const SETS = '/api/v1/named-territories';

describe('named territories', () => {
  let server: TestServer;
  let editor: Agent;
  let clerk: Agent;
  let call: { id: string };

  async function personWith(roles: string[], email: string, authorities: string[] = []): Promise<Agent> {
    const person = { email, name: 'P. Erson', language: 'de', roles, authorities };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
    return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({}).expect(201)).body.token);
  }
  const outcomeOf = async (key: string): Promise<string> => {
    const { items } = (await clerk.get(`/api/v1/authorities/${key}/matches`).expect(200)).body;
    return items.find((item: { call: { id: string } }) => item.call.id === call.id).outcome;
  };
  const change = (slug: string, version: number, body: object) =>
    editor.patch(`${SETS}/${slug}`).set('If-Match', `"${version}"`).send(body);

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    editor = await personWith(['editor'], 'editor@x.example');
    clerk = await personWith(['staff'], 'clerk@x.example', [DUEREN]);
    const program = (await editor.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const draft = { ...roundOne(program.id), rule: { territory: { in: ['named:coal'] } } };
    call = (await editor.post('/api/v1/calls').send(draft).expect(201)).body;
    await editor.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').expect(200);
  }, 60_000);
  afterAll(() => server.close());

  it('that nobody keeps are unknown, never empty', async () => {
    const { items } = (await clerk.get(`/api/v1/authorities/${DUEREN}/matches`).expect(200)).body;
    expect(items[0]).toMatchObject({ outcome: 'undetermined', missing: ['named:coal'] });
    const { body } = await server.http.get('/api/v1/authorities?within=named:coal').expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/within', code: 'unknown-set' }]);
  });

  it('are kept by editors, read by everybody who is signed in', async () => {
    const coal = { slug: 'coal', title: { de: 'Kohleregionen', en: 'Coal regions' }, source: 'InvKG', entries: ['DE:05358'] };
    await server.http.get(SETS).expect(401);
    await server.http.post(SETS).send(coal).expect(401);
    await clerk.post(SETS).send(coal).expect(403);
    const { body } = await editor.post(SETS).send(coal).expect(201).expect('etag', '"1"').expect('location', `${SETS}/coal`);
    expect(body).toMatchObject({ slug: 'coal', inForce: true, includes: [], unmatched: [], version: 1 });
    expect((await clerk.get(`${SETS}/coal`).expect(200)).body).toEqual(body);
    expect((await clerk.get(SETS).expect(200)).body).toMatchObject({ total: 1, next: null });
    await clerk.get(`${SETS}/no-such`).expect(404);
    await editor.post(SETS).send(coal).expect(409);
  });

  it('decide at once in every rule that names them; a county holds its municipalities', async () => {
    expect([await outcomeOf(DUEREN), await outcomeOf(JUELICH), await outcomeOf('DE:05515000')]).toEqual([
      'eligible',
      'eligible',
      'ineligible',
    ]);
    await change('coal', 1, { entries: [JUELICH] })
      .expect(200)
      .expect('etag', '"2"');
    expect([await outcomeOf(DUEREN), await outcomeOf(JUELICH)]).toEqual(['ineligible', 'eligible']);
    const asked = { rule: { territory: { in: ['named:coal'] } }, applicant: { territory: 'DE-05358024' } };
    expect((await clerk.post('/api/v1/eligibility/evaluations').send(asked).expect(200)).body.outcome).toBe('eligible');
  });

  it.each(['/feeds/open-calls.atom', '/open-data/calls.csv'])('go by their titles in %s', async (path) => {
    const { text } = await server.http.get(path).buffer(true).expect(200);
    expect(text).toContain('Kohleregionen');
    expect(text).not.toContain('named:coal');
  });

  it('go by their titles where a deadline counts for some only', async () => {
    const { deadlines, version } = (await editor.get(`/api/v1/calls/${call.id}`).expect(200)).body;
    const [deadline] = deadlines;
    const forSome = { deadlines: [{ ...deadline, appliesTo: { territory: { in: ['named:coal'] } } }] };
    await editor.patch(`/api/v1/calls/${call.id}`).set('If-Match', `"${version}"`).send(forSome).expect(200);
    const { text } = await server.http.get(`/calls/${call.id}`).expect(200);
    expect(text).toContain('Kohleregionen');
    expect(text).not.toContain('named:coal');
  });

  it('are changed by somebody who has seen them', async () => {
    await editor.patch(`${SETS}/coal`).send({ source: 'x' }).expect(428);
    await change('coal', 1, { source: 'x' }).expect(412);
    await clerk.patch(`${SETS}/coal`).set('If-Match', '"2"').send({ source: 'x' }).expect(403);
    await change('no-such', 1, { source: 'x' }).expect(404);
  });

  it('are made of others, less others, and never of themselves', async () => {
    const set = (slug: string, content: object) => editor.post(SETS).send({ slug, title: { de: slug }, source: 'x', ...content });
    await set('nrw', { entries: ['DE-05'] }).expect(201);
    await set('rest', { includes: ['nrw'], excludes: ['coal'] }).expect(201);
    const within = async (query: string) => (await server.http.get(`/api/v1/authorities?limit=500&within=${query}`).expect(200)).body;
    const [whole, rest] = [await within('named:nrw'), await within('named:rest')];
    expect(whole.total).toBe((await within('DE-05')).total);
    expect(rest.total).toBe(whole.total - 1);
    expect(rest.items.map(({ key }: { key: string }) => key)).not.toContain(JUELICH);
    expect((await editor.get(`${SETS}/rest`).expect(200)).body.authorities).toBe(rest.total);
    const circular = await change('coal', 2, { includes: ['nrw'], excludes: ['rest'] }).expect(422);
    expect(circular.body.errors).toMatchObject([{ pointer: '/excludes/0', code: 'circular' }]);
    const self = await change('coal', 2, { includes: ['coal'] }).expect(422);
    expect(self.body.errors).toMatchObject([{ pointer: '/includes/0', code: 'circular' }]);
    const faulty = await set('faulty', {
      entries: ['DE-05', 'Düren'],
      includes: ['no-such'],
      validFrom: '2014-02-01',
      validTo: '2014-01-01',
    });
    expect(faulty.status).toBe(422);
    expect(faulty.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/validTo', 'ends-before-start'],
      ['/entries/1', 'not-a-place'],
      ['/includes/0', 'unknown-set'],
    ]);
    await set('Not A Slug', {}).expect(422);
  });

  it('find calls for somebody inside', async () => {
    const found = async (within: string) => (await server.http.get(`/api/v1/calls?within=${within}`).expect(200)).body.total;
    expect([await found('named:coal'), await found('named:rest'), await found('DE-05'), await found('DE-09')]).toEqual([1, 0, 1, 0]);
    const matches = await clerk.get(`/api/v1/calls/${call.id}/matches?within=named:coal`).expect(200);
    expect(matches.body).toMatchObject({ total: 1, items: [{ authority: { key: JUELICH }, outcome: 'eligible' }] });
  });

  it('are unknown outside their validity, and those made of them too', async () => {
    await change('coal', 2, { validFrom: '2014-07-01' }).expect(200);
    expect((await editor.get(`${SETS}/coal`).expect(200)).body).toMatchObject({ inForce: false, authorities: 0 });
    expect((await editor.get(`${SETS}/rest`).expect(200)).body.inForce).toBe(false);
    expect(await outcomeOf(JUELICH)).toBe('undetermined');
    (server.clock as FixedClock).set('2014-06-30T22:00:00Z');
    expect([await outcomeOf(JUELICH), await outcomeOf(DUEREN)]).toEqual(['eligible', 'ineligible']);
    await change('coal', 3, { validFrom: null }).expect(200);
  });

  it('take lists in, say which lines they could not read, and change nothing the second time', async () => {
    const list =
      'AGS;Name\n05358008;"Düren; Stadt"\n5358024;Jülich\n053580024024;Jülich\nnobody;x\n05358008;noch einmal\n99999999;Nirgendwo\n';
    const send = (version: number, content: string, mode?: string) => {
      const request = editor.post(`${SETS}/coal/import`).set('If-Match', `"${version}"`).attach('file', Buffer.from(content), 'list.csv');
      return mode ? request.field('mode', mode) : request;
    };
    const { body } = await send(4, list).expect(200).expect('etag', '"5"');
    expect(body).toMatchObject({
      added: 2,
      removed: 0,
      unchanged: 1,
      territory: { entries: [DUEREN, JUELICH, 'DE:99999999'], unmatched: ['DE:99999999'] },
    });
    expect(body.problems.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, 'lost-zero'],
      [5, 'not-a-place'],
      [6, 'duplicate'],
      [7, 'nobody-there'],
    ]);
    expect([await outcomeOf(DUEREN), await outcomeOf(JUELICH)]).toEqual(['eligible', 'eligible']);
    await send(5, list).expect(200).expect('etag', '"5"');
    await send(5, 'DE-03\n', 'add').expect(200).expect('etag', '"6"');
    expect((await send(6, '# nothing\n').expect(422)).body.errors).toMatchObject([{ pointer: '/file', code: 'no-places' }]);
    await send(5, list).expect(412);
    await editor.post(`${SETS}/coal/import`).attach('file', Buffer.from(list), 'list.csv').expect(428);
    await clerk.post(`${SETS}/coal/import`).set('If-Match', '"6"').attach('file', Buffer.from(list), 'list.csv').expect(403);
  });

  it('stay as long as a published rule or another set names them', async () => {
    const remove = (slug: string, version: number) => editor.delete(`${SETS}/${slug}`).set('If-Match', `"${version}"`);
    expect((await remove('coal', 6).expect(409)).body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'used-by-set',
      'used-by-call',
    ]);
    expect((await remove('nrw', 1).expect(409)).body.errors).toMatchObject([{ code: 'used-by-set' }]);
    await clerk.delete(`${SETS}/rest`).set('If-Match', '"1"').expect(403);
    await editor.delete(`${SETS}/rest`).expect(428);
    await remove('rest', 1).expect(204);
    await clerk.get(`${SETS}/rest`).expect(404);
    await remove('nrw', 1).expect(204);
    const again = { slug: 'nrw', title: { de: 'NRW' }, source: 'x', entries: ['DE-05'] };
    await editor.post(SETS).send(again).expect(201).expect('etag', '"3"');
  });

  it('stand among the territories that rules can name', async () => {
    const { items, total } = (await clerk.get('/api/v1/territories?limit=500').expect(200)).body;
    expect(items).toContainEqual({ id: 'DE-05', kind: 'state', title: { de: 'Nordrhein-Westfalen', en: 'North Rhine-Westphalia' } });
    expect(items).toContainEqual({ id: 'named:coal', kind: 'named', title: { de: 'Kohleregionen', en: 'Coal regions' } });
    expect(total).toBe(items.length);
    await server.http.get('/api/v1/territories').expect(401);
  });

  it('leave a trail, and what they were can be asked of a past day', async () => {
    const trail = await server.database.sql<{ action: string }>(
      `select action from audit_entry where subject_kind = 'named-territory' and subject_id = 'coal'`,
    );
    const actions = trail.map(({ action }) => action.replace('named-territory.', '')).sort();
    expect(actions).toEqual(['changed', 'changed', 'changed', 'created', 'imported', 'imported']);
    const jobs = await server.database.sql(`select from pgboss.job where name = 'authorities-changed'`);
    expect(jobs.length).toBeGreaterThanOrEqual(6);
    const past = await clerk.get(`/api/v1/authorities/${JUELICH}/matches?asOf=2014-06-26`).expect(200);
    expect(past.body.items).toMatchObject([{ outcome: 'undetermined', missing: ['named:coal'] }]);
  });
});
