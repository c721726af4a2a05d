import { DUEREN, furnish, JUELICH } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const SEARCHES = '/api/v1/saved-searches';

describe('following and dismissing', () => {
  let server: TestServer;
  let bea: Agent;
  let colleague: Agent;
  let foreign: Agent;
  let first: string;
  let second: string;
  let draft: string;

  async function clerkOf(key: string, email: string): Promise<Agent> {
    const person = { email, name: email.split('@')[0], language: 'de', roles: ['staff'], authorities: [key] };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
    return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({}).expect(201)).body.token);
  }
  async function published(body: object): Promise<string> {
    const { id } = (await server.asAdmin().post('/api/v1/calls').send(body).expect(201)).body;
    await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200);
    return id;
  }
  const stance = (call: string, key = DUEREN) => `/api/v1/authorities/${key}/calls/${call}/stance`;
  const stances = async (who: Agent, query = '') => (await who.get(`/api/v1/authorities/${DUEREN}/stances${query}`).expect(200)).body;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    bea = await clerkOf(DUEREN, 'bea@x.example');
    colleague = await clerkOf(DUEREN, 'cem@x.example');
    foreign = await clerkOf(JUELICH, 'julia@x.example');
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    first = await published(roundOne(program));
    second = await published(roundTwo(program, first));
    draft = (await server.asAdmin().post('/api/v1/calls').send(roundTwo(program, first)).expect(201)).body.id;
  }, 60_000);
  afterAll(() => server.close());

  it('a call is followed by a person on behalf of an authority, and colleagues see it', async () => {
    await bea.get(stance(second)).expect(404);
    const { body } = await bea.put(stance(second)).send({ kind: 'followed', note: 'Frau Weiß fragen' }).expect(200).expect('etag', '"1"');
    expect(body).toMatchObject({ kind: 'followed', note: 'Frau Weiß fragen', since: '2014-06-26T10:00:00Z', person: { name: 'bea' } });
    const { items, total } = await stances(colleague);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ kind: 'followed', person: { name: 'bea' }, call: { id: second, status: 'open', daysLeft: 29 } });
    await colleague.get(stance(second)).expect(404);
  });

  it('a dismissal says why; what exists is changed by who has seen it', async () => {
    const refused = await bea.put(stance(second)).set('If-Match', '"1"').send({ kind: 'dismissed' }).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/reason', code: 'required' }]);
    await bea.put(stance(second)).send({ kind: 'dismissed', reason: 'own_share' }).expect(428);
    await bea.put(stance(second)).set('If-Match', '"7"').send({ kind: 'dismissed', reason: 'own_share' }).expect(412);
    server.clock.advance({ hours: 1 });
    const { body } = await bea.put(stance(second)).set('If-Match', '"1"').send({ kind: 'dismissed', reason: 'own_share' }).expect(200);
    expect(body).toMatchObject({ kind: 'dismissed', reason: 'own_share', since: '2014-06-26T11:00:00Z', version: 2 });
    expect((await stances(bea, '?kind=followed')).total).toBe(0);
    expect((await stances(bea, '?kind=dismissed')).total).toBe(1);
  });

  it('following again keeps its beginning', async () => {
    const since = (await bea.put(stance(first)).send({ kind: 'followed' }).expect(200)).body.since;
    server.clock.advance({ hours: 1 });
    const again = await bea.put(stance(first)).set('If-Match', '"1"').send({ kind: 'followed', note: 'doch' }).expect(200);
    expect(again.body).toMatchObject({ since, version: 2 });
  });

  it('is taken back with the version that was seen', async () => {
    await bea.delete(stance(first)).expect(428);
    await bea.delete(stance(first)).set('If-Match', '"1"').expect(412);
    await bea.delete(stance(first)).set('If-Match', '"2"').expect(204);
    await bea.delete(stance(first)).set('If-Match', '"2"').expect(404);
  });

  it('drafts are not there, and neither are the stances of others', async () => {
    await bea.put(stance(draft)).send({ kind: 'followed' }).expect(404);
    await foreign.get(`/api/v1/authorities/${DUEREN}/stances`).expect(404);
    await foreign.put(stance(second)).send({ kind: 'followed' }).expect(404);
    await foreign.get(stance(second)).expect(404);
    await foreign.delete(stance(second)).set('If-Match', '"1"').expect(404);
    await server.http.put(stance(second)).send({ kind: 'followed' }).expect(401);
  });

  it('stands in the audit trail', async () => {
    const entries = await server.database.sql<{ action: string }>(
      `select action from audit_entry where subject_kind = 'call' and action in ('call.followed', 'call.dismissed', 'call.stance-dropped') order by action`,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'call.dismissed',
      'call.followed',
      'call.followed',
      'call.followed',
      'call.stance-dropped',
    ]);
  });

  describe('a saved search', () => {
    it('is kept with what it finds, changed and removed by its owner', async () => {
      const body = { name: 'Digital', authority: DUEREN, filter: { topic: 'Digitalisierung', status: ['open'], outcome: 'eligible' } };
      const saved = (await bea.post(SEARCHES).send(body).expect(201).expect('etag', '"1"')).body;
      expect(saved).toMatchObject({ name: 'Digital', authority: DUEREN, digest: false, found: 1, filter: body.filter });
      const changed = await bea.patch(`${SEARCHES}/${saved.id}`).set('If-Match', '"1"').send({ digest: true, filter: {} }).expect(200);
      expect(changed.body).toMatchObject({ name: 'Digital', digest: true, found: 2, version: 2 });
      expect((await bea.get(SEARCHES).expect(200)).body).toMatchObject({ total: 1, items: [{ id: saved.id }] });
      await bea.delete(`${SEARCHES}/${saved.id}`).expect(428);
      await bea.delete(`${SEARCHES}/${saved.id}`).set('If-Match', '"2"').expect(204);
      await bea.get(`${SEARCHES}/${saved.id}`).expect(404);
    });

    it('is nobody else’s, the administrators’ neither', async () => {
      const { id } = (await bea.post(SEARCHES).send({ name: 'Alles', filter: {} }).expect(201)).body;
      for (const other of [colleague, foreign, server.asAdmin()]) {
        await other.get(`${SEARCHES}/${id}`).expect(404);
        await other.patch(`${SEARCHES}/${id}`).set('If-Match', '"1"').send({ name: 'x' }).expect(404);
        await other.delete(`${SEARCHES}/${id}`).set('If-Match', '"1"').expect(404);
      }
    });

    it('asks for the outcome of one’s own authority only', async () => {
      const none = await bea
        .post(SEARCHES)
        .send({ name: 'x', filter: { outcome: 'eligible' } })
        .expect(422);
      expect(none.body.errors).toMatchObject([{ pointer: '/authority', code: 'required' }]);
      await bea.post(SEARCHES).send({ name: 'x', authority: JUELICH, filter: {} }).expect(422);
      await bea.post(SEARCHES).send({ name: 'x', authority: 'DE:00000000', filter: {} }).expect(422);
      const odd = await bea
        .post(SEARCHES)
        .send({ name: 'x', filter: { colour: 'red' } })
        .expect(422);
      expect(odd.body.errors).toMatchObject([{ pointer: '/filter/colour', code: 'unknown-property' }]);
    });
  });
});
