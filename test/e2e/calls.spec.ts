import { MODELLKOMMUNE_PROGRAM, MODELLKOMMUNE_RULE, roundOne, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('programmes and calls over HTTP', () => {
  let server: TestServer;
  let editor: Agent;
  let staff: Agent;
  let programId: string;

  async function personWith(roles: string[], email: string): Promise<Agent> {
    const { id } = (
      await server.asAdmin().post('/api/v1/people').send({ email, name: 'P. Erson', language: 'de', roles, authorities: [] }).expect(201)
    ).body;
    return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({}).expect(201)).body.token);
  }
  const draft = async (change: object = {}) =>
    (
      await editor
        .post('/api/v1/calls')
        .send({ ...roundOne(programId), ...change })
        .expect(201)
    ).body;
  const publish = async (call: { id: string; version: number }) => {
    server.clock.advance({ seconds: 1 });
    return (await editor.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', `"${call.version}"`).expect(200)).body;
  };

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    editor = await personWith(['editor'], 'editor@test.example');
    staff = await personWith(['staff'], 'staff@test.example');
    programId = (await editor.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
  }, 60_000);
  afterAll(() => server.close());

  describe('a draft', () => {
    it('leaves nothing behind outside the editors’ pages', async () => {
      const call = await draft({ round: 'secret' });
      for (const reader of [server.http, staff]) {
        await reader.get(`/api/v1/calls/${call.id}`).expect(404);
        await reader.get(`/api/v1/calls/${call.id}/versions`).expect(404);
        expect((await reader.get('/api/v1/calls?state=draft').expect(200)).body.items).toEqual([]);
        expect((await reader.get('/api/v1/calls?query=secret').expect(200)).body.total).toBe(0);
        await reader.get(`/calls/${call.id}`).set('Accept', 'text/html').expect(404);
      }
      await staff.get(`/api/v1/calls/${call.id}/matches`).expect(404);
      expect((await editor.get('/api/v1/calls?state=draft').expect(200)).body.items.map(({ id }: { id: string }) => id)).toContain(call.id);
    });

    it('is made and changed by editors alone', async () => {
      await server.http.post('/api/v1/calls').send(roundOne(programId)).expect(401);
      await staff.post('/api/v1/calls').send(roundOne(programId)).expect(403);
      await staff.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(403);
    });

    it('is refused with a pointer to every fault', async () => {
      const faulty = {
        ...roundOne(programId),
        rule: { anyOf: [{ population: {} }, { territory: { in: ['DE-05'] }, authority: { in: ['x'] } }] },
        deadlines: [
          { stage: 'application', zone: 'Europe/Nowhere', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: '2014-02-30' } } },
        ],
      };
      const { body } = await editor
        .post('/api/v1/calls')
        .send(faulty)
        .expect(422)
        .expect('content-type', /application\/problem\+json/);
      expect(body.type).toBe('/problems/invalid');
      const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers).toEqual(
        expect.arrayContaining(['/rule/anyOf/0/population', '/rule/anyOf/1', '/deadlines/0/zone', '/deadlines/0/schedule/closes/date']),
      );
    });

    it.each([
      ['programId', '01900000-0000-7000-8000-00000000dead', '/programId'],
      ['previousCallId', '01900000-0000-7000-8000-00000000dead', '/previousCallId'],
    ])('is refused when its %s is nobody’s', async (field, value, pointer) => {
      const { body } = await editor
        .post('/api/v1/calls')
        .send({ ...roundOne(programId), [field]: value })
        .expect(422);
      expect(body.errors[0].pointer).toBe(pointer);
    });
  });

  describe('publication', () => {
    it('takes past rounds too, happens once, and needs the version it is based on', async () => {
      const call = await draft();
      await editor.post(`/api/v1/calls/${call.id}/publication`).expect(428);
      await editor.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"7"').expect(412);
      const published = await publish(call);
      expect(published).toMatchObject({ state: 'published', status: 'closed', version: 2 });
      expect((await server.http.get(`/api/v1/calls/${call.id}`).expect(200)).headers.etag).toBe('"2"');
      await editor.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"2"').expect(409);
    });

    it('is refused for a rule that nobody can ever meet', async () => {
      const call = await draft({ rule: { allOf: [{ population: { atMost: 10 } }, { population: { atLeast: 20 } }] } });
      const { body } = await editor.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').expect(422);
      expect(body.type).toBe('/problems/contradictory-rule');
      expect(body.errors[0].pointer).toMatch(/^\/rule/);
    });

    it('is refused without a deadline', async () => {
      const call = await draft({ deadlines: [] });
      const { body } = await editor.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').expect(422);
      expect(body.type).toBe('/problems/no-deadline');
    });

    it('is no obstacle that no authority of the register meets the rule', async () => {
      await publish(await draft({ rule: { territory: { in: ['FR-29'] } } }));
    });
  });

  it('keeps every published change as a version', async () => {
    const call = await publish(await draft({ ...roundTwo(programId, ''), previousCallId: undefined }));
    const changed = (
      await editor
        .patch(`/api/v1/calls/${call.id}`)
        .set('If-Match', `"${call.version}"`)
        .send({ award: { count: 6 } })
        .expect(200)
    ).body;
    expect(changed).toMatchObject({ award: { count: 6 }, round: '2', rule: MODELLKOMMUNE_RULE });
    expect(changed.deadlines).toEqual(call.deadlines);
    const amended = (
      await editor
        .post(`/api/v1/calls/${call.id}/deadlines/${call.deadlines[0].id}/amendments`)
        .set('If-Match', `"${changed.version}"`)
        .send({ schedule: { kind: 'fixed', closes: { date: '2014-08-01' } }, reason: 'verlängert' })
        .expect(200)
    ).body;
    expect(amended).toMatchObject({ closesAt: '2014-08-01T22:00:00Z', deadlines: [{ id: call.deadlines[0].id }] });
    const withdrawn = await editor
      .post(`/api/v1/calls/${call.id}/withdrawal`)
      .set('If-Match', `"${amended.version}"`)
      .send({ reason: 'kein Geld' })
      .expect(200);
    expect(withdrawn.body.state).toBe('withdrawn');
    const { items } = (await server.http.get(`/api/v1/calls/${call.id}/versions`).expect(200)).body;
    expect(items.map(({ change }: { change: string }) => change)).toEqual(['withdrawn', 'amended', 'changed', 'published']);
    expect(items[3].document.award.count).toBe(5);
    const audit = await server.database.sql<{ action: string }>(
      `select action from audit_entry where subject_id = $1 order by at, (detail->>'version')::int`,
      [call.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['call.drafted', 'call.published', 'call.changed', 'call.amended', 'call.withdrawn']);
  });

  it('does not lend a deadline’s id to another call', async () => {
    const original = await draft();
    const copy = await draft({ deadlines: original.deadlines });
    expect(copy.deadlines[0].id).not.toBe(original.deadlines[0].id);
  });

  it('happens once for one Idempotency-Key', async () => {
    const send = () => editor.post('/api/v1/programs').set('Idempotency-Key', 'once').send(MODELLKOMMUNE_PROGRAM).expect(201);
    expect((await send()).body.id).toBe((await send()).body.id);
  });

  it('shows a programme to everybody once a call of it is published', async () => {
    const fresh = (
      await editor
        .post('/api/v1/programs')
        .send({ ...MODELLKOMMUNE_PROGRAM, title: { de: 'Neu' } })
        .expect(201)
    ).body;
    await server.http.get(`/api/v1/programs/${fresh.id}`).expect(404);
    await publish((await editor.post('/api/v1/calls').send(roundOne(fresh.id)).expect(201)).body);
    await server.http.get(`/api/v1/programs/${fresh.id}`).expect(200);
  });

  describe('the list', () => {
    it('has no filter without a filter, newest publication first, and pages without gaps', async () => {
      const ids: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: { id: string }[]; next: string | null; total: number } = (
          await server.http.get(`/api/v1/calls?limit=2${cursor && `&cursor=${cursor}`}`).expect(200)
        ).body;
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
        if (cursor === null) expect(ids).toHaveLength(page.total);
      }
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('refuses parameters it does not know', async () => {
      await server.http.get('/api/v1/calls?colour=blue').expect(422);
      await server.http.get('/api/v1/calls?limit=0').expect(422);
      await server.http.get('/api/v1/calls?cursor=rubbish').expect(400);
    });

    it.each([
      ['modellkommune', true],
      ['Förderung von Kommunen', false],
      ['Städtetag', true],
      ['%', false],
    ])('finds %s: %s', async (query, found) => {
      const { total } = (await server.http.get(`/api/v1/calls?query=${encodeURIComponent(query)}`).expect(200)).body;
      expect(total > 0).toBe(found);
    });
  });

  it('answers what was written at once, in the index too', async () => {
    for (let round = 0; round < 10; round += 1) {
      const call = await publish(await draft({ round: `r${round}` }));
      expect((await server.http.get('/api/v1/calls?limit=1').expect(200)).body.items[0].id).toBe(call.id);
    }
  });
});
