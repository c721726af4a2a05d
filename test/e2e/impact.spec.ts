import { DUEREN, furnish, JUELICH, signedIn } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, MODELLKOMMUNE_RULE } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const SMALL = { population: { atMost: 50_000, asOf: '2022-12-31' } };

describe('what publishing would do', () => {
  let server: TestServer;
  let worker: TestWorker;
  let editor: Agent;
  let programId: string;
  let calendars: string[];

  const until = (date: string, id?: string) => ({
    ...(id ? { id } : {}),
    stage: 'application',
    zone: 'Europe/Berlin',
    effect: 'excludes',
    schedule: { kind: 'fixed', closes: { date } },
  });
  const draft = async (rule: object, about: object = {}) =>
    (
      await editor
        .post('/api/v1/calls')
        .send({ programId, round: '2', rule, deadlines: [until('2014-07-25')], award: {}, ...about })
        .expect(201)
    ).body;
  const publish = async ({ id, version }: { id: string; version: number }, answers?: object[]) => {
    server.clock.advance({ seconds: 1 });
    const { body } = await editor.post(`/api/v1/calls/${id}/publication`).set('If-Match', `"${version}"`).send({ answers }).expect(200);
    await worker.settle();
    return body;
  };
  const change = async ({ id, version }: { id: string; version: number }, changed: object) => {
    server.clock.advance({ seconds: 1 });
    const { body } = await editor.patch(`/api/v1/calls/${id}`).set('If-Match', `"${version}"`).send(changed).expect(200);
    await worker.settle();
    return body;
  };
  const impactOf = async (id: string) => (await editor.get(`/api/v1/calls/${id}/impact`).expect(200)).body;
  const impactWith = async (id: string, changed: object) =>
    (await editor.post(`/api/v1/calls/${id}/impact`).send(changed).expect(200)).body;

  const matches = async (id: string) => {
    const total = async (outcome: string) =>
      (await server.asAdmin().get(`/api/v1/calls/${id}/matches?outcome=${outcome}&limit=1`).expect(200)).body.total;
    return {
      eligible: await total('eligible'),
      eligible_jointly: await total('eligible_jointly'),
      undetermined: await total('undetermined'),
      ineligible: await total('ineligible'),
    };
  };
  const eligibleKeys = async (id: string): Promise<string[]> =>
    (await server.asAdmin().get(`/api/v1/calls/${id}/matches?outcome=eligible&limit=500`).expect(200)).body.items.map(
      ({ authority }: { authority: { key: string } }) => authority.key,
    );
  /** Natural key → when it is due, of the reminders that are planned. */
  const plannedFor = async (id: string): Promise<Map<string, string>> => {
    const planned = await server.database.sql<{ key: string; due: string }>(
      `select concat_ws(' ', person_id, authority_id, deadline_id, closes_on, lead) as key, due_at::text as due from reminder where call_id = $1 and state = 'planned'`,
      [id],
    );
    return new Map(planned.map(({ key, due }) => [key, due]));
  };
  /** UID → day of the entries of a call that stand in the feeds, each feed for itself. */
  const entriesOf = async (id: string): Promise<Map<string, string>> => {
    const found = new Map<string, string>();
    for (const [feed, url] of calendars.entries()) {
      const { text } = await server.http.get(new URL(url).pathname).expect(200);
      for (const event of text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)) {
        if (!event.includes(`/calls/${id}`) || event.includes('STATUS:CANCELLED')) continue;
        found.set(`${feed} ${/UID:(.*)/.exec(event)![1]}`, /DTSTART;VALUE=DATE:(\d+)/.exec(event)![1]!);
      }
    }
    return found;
  };
  const difference = (before: Map<string, string>, after: Map<string, string>) => ({
    added: [...after.keys()].filter((key) => !before.has(key)).length,
    moved: [...after].filter(([key, value]) => before.has(key) && before.get(key) !== value).length,
    gone: [...before.keys()].filter((key) => !after.has(key)).length,
  });
  /** Does something to a call and holds what was foreseen against what came. */
  const foreseenAndDone = async (id: string, foreseen: Awaited<ReturnType<typeof impactOf>>, act: () => Promise<unknown>) => {
    const [reminders, entries] = [await plannedFor(id), await entriesOf(id)];
    await act();
    const [remindersAfter, entriesAfter] = [await plannedFor(id), await entriesOf(id)];
    expect(foreseen.after).toEqual(await matches(id));
    const { people: _people, ...ledger } = foreseen.reminders;
    const { gone: dropped, ...planned } = difference(reminders, remindersAfter);
    expect(ledger).toEqual({ planned: remindersAfter.size, dropped, ...planned });
    const { gone: removed, ...shown } = difference(entries, entriesAfter);
    const { feeds: _feeds, ...calendar } = foreseen.calendar;
    expect(calendar).toEqual({ entries: entriesAfter.size, removed, ...shown });
  };

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    worker = await startTestWorker(server);
    editor = (await signedInProgram(['editor'], 'editor@test.example')).agent;
    programId = (await editor.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    await signedIn(server, { email: 'dueren@test.example', authorities: [DUEREN] });
    await signedIn(server, { email: 'juelich@test.example', authorities: [JUELICH] });
    await signedIn(server, { email: 'both@test.example', authorities: [DUEREN, JUELICH] });
    const feeds = [DUEREN, DUEREN, JUELICH].map(
      async (key) => (await server.asAdmin().post(`/api/v1/authorities/${key}/feeds`).send({ scope: 'eligible' }).expect(201)).body.url,
    );
    calendars = await Promise.all(feeds);
  }, 90_000);
  afterAll(async () => {
    await worker.close();
    await server.close();
  });

  async function signedInProgram(roles: string[], email: string): Promise<{ agent: Agent }> {
    const person = { email, name: 'P. Erson', language: 'de', roles, authorities: [] };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
    return { agent: server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({}).expect(201)).body.token) };
  }

  describe('of a draft', () => {
    it('is what comes true', async () => {
      const call = await draft(MODELLKOMMUNE_RULE);
      const impact = await impactOf(call.id);
      expect(impact).toMatchObject({ callId: call.id, state: 'draft', hasEffect: true, lost: { total: 0, items: [] } });
      expect(impact.before).toBeUndefined();
      expect(impact.gained.total).toBe(impact.after.eligible);
      // Two towns with two clerks each, four leads; three feeds, one closing.
      expect(impact.reminders).toEqual({ planned: 16, added: 16, moved: 0, dropped: 0, people: 3 });
      expect(impact.calendar).toEqual({ entries: 3, added: 3, moved: 0, removed: 0, feeds: 3 });
      await foreseenAndDone(call.id, impact, () => publish(call));
      expect(impact.gained.items.map(({ key }: { key: string }) => key)).toEqual((await eligibleKeys(call.id)).slice(0, 50));
    });

    it('is told by kind and by state, and the parts make up the whole', async () => {
      const { after, gained, kinds, states } = await impactOf((await draft(MODELLKOMMUNE_RULE)).id);
      for (const groups of [kinds, states]) {
        const sum = (of: (group: (typeof groups)[number]) => number) =>
          groups.reduce((all: number, group: object) => all + of(group as never), 0);
        expect(sum((group) => group.gained)).toBe(gained.total);
        expect(sum((group) => group.after.ineligible)).toBe(after.ineligible);
        expect(sum((group) => group.total)).toBe(after.eligible + after.ineligible);
      }
      expect(kinds.map(({ id }: { id: string }) => id)).toEqual(['municipality', 'county', 'municipal_association']);
      expect(states.find(({ id }: { id: string }) => id === 'DE-05').after.eligible).toBeGreaterThan(0);
    });

    it('leaves no trace', async () => {
      const call = await draft(MODELLKOMMUNE_RULE, { round: 'secret' });
      await impactOf(call.id);
      expect((await server.http.get('/api/v1/calls?query=secret').expect(200)).body.total).toBe(0);
      await server.asAdmin().get(`/api/v1/calls/${call.id}/matches`).expect(404);
      expect((await editor.get(`/api/v1/calls/${call.id}`).expect(200)).body).toMatchObject({ state: 'draft', version: call.version });
    });

    it('is seen by editors alone', async () => {
      const call = await draft(MODELLKOMMUNE_RULE);
      const { agent: staff } = await signedInProgram(['staff'], 'staff@test.example');
      await server.http.get(`/api/v1/calls/${call.id}/impact`).expect(401);
      await staff.get(`/api/v1/calls/${call.id}/impact`).expect(403);
      await staff.post(`/api/v1/calls/${call.id}/impact`).send({}).expect(403);
      await editor.get('/api/v1/calls/01900000-0000-7000-8000-00000000dead/impact').expect(404);
    });

    it('is told although it could not be published', async () => {
      const call = await draft({ allOf: [{ population: { atMost: 5 } }, { population: { atLeast: 6 } }] }, { deadlines: [] });
      const { after, lints } = await impactOf(call.id);
      expect(after.eligible).toBe(0);
      expect(lints).toMatchObject([{ severity: 'error', code: 'contradiction', path: '' }]);
    });
  });

  describe('of a change that is not saved', () => {
    it('is nothing where nothing changes, and where the rule says the same in other words', async () => {
      const call = await publish(await draft(MODELLKOMMUNE_RULE));
      const said = {
        anyOf: [
          { applicantType: { in: ['county'] } },
          { allOf: [{ not: { population: { moreThan: 300_000 } } }, { applicantType: { in: ['municipality'] } }] },
        ],
      };
      for (const impact of [
        await impactOf(call.id),
        await impactWith(call.id, {}),
        await impactWith(call.id, { rule: said, deadlines: call.deadlines }),
      ]) {
        expect(impact).toMatchObject({ state: 'published', hasEffect: false, transitions: [] });
        expect([impact.gained.total, impact.lost.total, impact.unknown.total]).toEqual([0, 0, 0]);
        expect(impact.before).toEqual(impact.after);
        expect(impact.reminders).toMatchObject({ planned: 16, added: 0, moved: 0, dropped: 0, people: 0 });
        expect(impact.calendar).toEqual({ entries: 3, added: 0, moved: 0, removed: 0, feeds: 0 });
      }
      const notices = await server.database.sql('select id from reminder where call_id = $1', [call.id]);
      await change(call, { rule: said, deadlines: call.deadlines });
      expect(await server.database.sql('select id from reminder where call_id = $1', [call.id])).toEqual(notices);
    });

    it('is what comes true for another rule', async () => {
      const call = await publish(await draft(MODELLKOMMUNE_RULE));
      const impact = await impactWith(call.id, { rule: SMALL });
      expect(impact.hasEffect).toBe(true);
      expect(impact.lost.items).toContainEqual(expect.objectContaining({ key: DUEREN, from: 'eligible', to: 'ineligible' }));
      expect(impact.reminders).toMatchObject({ planned: 8, added: 0, dropped: 8, people: 2 });
      expect(impact.calendar).toEqual({ entries: 1, added: 0, moved: 0, removed: 2, feeds: 2 });
      const before = await eligibleKeys(call.id);
      await foreseenAndDone(call.id, impact, () => change(call, { rule: SMALL }));
      const after = await eligibleKeys(call.id);
      expect(impact.gained.total).toBe(after.filter((key) => !before.includes(key)).length);
      expect(impact.lost.total).toBe(before.filter((key) => !after.includes(key)).length);
    });

    it('is what comes true for another closing day, after some letters have gone', async () => {
      const call = await publish(await draft(SMALL));
      server.clock.set('2014-06-27T07:00:00+02:00');
      await worker.work();
      expect(await impactOf(call.id)).toMatchObject({ hasEffect: false, reminders: { planned: 6, added: 0, moved: 0, dropped: 0 } });
      const deadlines = [until('2014-07-31', call.deadlines[0].id)];
      const impact = await impactWith(call.id, { deadlines });
      expect(impact.calendar).toEqual({ entries: 1, added: 0, moved: 1, removed: 0, feeds: 1 });
      // The letter four weeks before 25 July is out and stays out; the new day has all four leads ahead of it.
      expect(impact.reminders).toMatchObject({ planned: 8, added: 8, dropped: 6, people: 2 });
      await foreseenAndDone(call.id, impact, () => change(call, { deadlines }));
      const gone = await impactWith(call.id, { deadlines: [until('2014-09-30')] });
      expect(gone.calendar).toEqual({ entries: 1, added: 1, moved: 0, removed: 1, feeds: 1 });
      server.clock.set('2014-06-12T09:00:00+02:00');
    });

    it('is refused with a pointer to every fault', async () => {
      const { id } = await draft(MODELLKOMMUNE_RULE);
      const { body } = await editor
        .post(`/api/v1/calls/${id}/impact`)
        .send({ rule: { anyOf: [{ population: {} }] } })
        .expect(422);
      expect(body).toMatchObject({ type: '/problems/invalid-rule', errors: [{ pointer: '/rule/anyOf/0/population' }] });
      await editor.post(`/api/v1/calls/${id}/impact`).send({ award: {} }).expect(422);
    });
  });

  it('shows what the rule says on both sides of its bounds, and real authorities there', async () => {
    const { witnesses } = await impactOf((await draft(MODELLKOMMUNE_RULE)).id);
    expect(witnesses).toHaveLength(1);
    expect(witnesses[0]).toMatchObject({
      path: '/anyOf/0/allOf/1',
      limit: 300_000,
      inside: { value: 300_000, outcome: 'eligible' },
      outside: { value: 300_001, outcome: 'ineligible' },
      decides: true,
    });
    expect(witnesses[0].outside.near.length).toBeGreaterThan(0);
    expect(witnesses[0].outside.near[0].value).toBeGreaterThan(300_000);
  });

  it('warns of what the register does not know and of what the text may mean', async () => {
    const rule = { anyOf: [{ applicantType: { in: ['municipality'] } }, { authority: { in: [DUEREN, 'DE:99999999'] } }] };
    const { lints } = await impactOf((await draft(rule, { summary: { de: 'Für Kommunen.' } })).id);
    expect(lints.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual([
      'unknown-key /anyOf/1/authority/in',
      'municipality-without-county /anyOf/0/applicantType',
    ]);
    expect(lints[0].params).toEqual({ names: ['DE:99999999'], count: 1 });
  });

  it('keeps answers in the audit trail, and the warnings that nobody answered; none stops a publication', async () => {
    const rule = { anyOf: [{ applicantType: { in: ['municipality', 'twon'] } }, { population: { atMost: 20_000 } }] };
    const answer = { code: 'unknown-tag', path: '/anyOf/0/applicantType/in', note: 'kommt noch' };
    const call = await publish(await draft(rule), [answer]);
    const [entry] = await server.database.sql<{ detail: object }>(
      `select detail from audit_entry where subject_id = $1 and action = 'call.published'`,
      [call.id],
    );
    const open = [
      { code: 'no-reference-date', path: '/anyOf/1/population' },
      { code: 'numeric-bound', path: '/anyOf/1/population/atMost' },
    ];
    expect(entry?.detail).toMatchObject({ answers: [answer], unanswered: open });
  });

  it('takes the confirmation of a numeric bound by the path that its witness names', async () => {
    const call = await draft(MODELLKOMMUNE_RULE);
    const [{ boundPath }] = (await impactOf(call.id)).witnesses;
    expect(boundPath).toBe('/anyOf/0/allOf/1/population/atMost');
    const published = await publish(call, [{ code: 'numeric-bound', path: boundPath, note: '300.000 ja, 300.001 nein' }]);
    const [entry] = await server.database.sql<{ detail: { unanswered: { code: string }[] } }>(
      `select detail from audit_entry where subject_id = $1 and action = 'call.published'`,
      [published.id],
    );
    expect(entry?.detail.unanswered.map(({ code }) => code)).not.toContain('numeric-bound');
  });
});
