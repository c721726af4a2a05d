import { DUEREN, furnish, tokenOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const HOME = `/api/v1/authorities/${DUEREN}`;
const COUNCIL = { kind: 'council', name: 'Rat der Stadt Düren' };

describe('planning backwards over HTTP', () => {
  let server: TestServer;
  let clerk: Agent;
  let foreigner: Agent;
  let call: { id: string; version: number; deadlines: { id: string }[] };
  const plan = async (agent = clerk) => (await agent.get(`${HOME}/calls/${call.id}/plan`).expect(200)).body;
  const take = async (body = {}) => (await clerk.post(`${HOME}/calls/${call.id}/plan/milestones`).send(body).expect(200)).body;
  const amend = async (date: string) => {
    const amendment = { schedule: { kind: 'fixed', closes: { date } }, reason: 'Verlegt' };
    const path = `/api/v1/calls/${call.id}/deadlines/${call.deadlines[0]!.id}/amendments`;
    call = (await server.asAdmin().post(path).set('If-Match', `"${call.version}"`).send(amendment).expect(200)).body;
  };
  const days = (items: { source: string; day: string }[]) => items.map(({ source, day }) => `${source} ${day}`);

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-02T09:00:00+02:00' });
    await furnish(server);
    clerk = await tokenOf(server, DUEREN, 'clerk@dueren.example');
    foreigner = await tokenOf(server, 'DE:05515000', 'clerk@muenster.example');
    const admin = server.asAdmin();
    const program = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const { previousCallId: _none, ...round } = roundTwo(program.id, '');
    const draft = (await admin.post('/api/v1/calls').send(round).expect(201)).body;
    call = (await admin.post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', '"1"').send({}).expect(200)).body;
  }, 60_000);
  afterAll(() => server.close());

  it('suggests steps until the authority has said what it needs, and says when no sitting is known', async () => {
    const { body } = await clerk.get(`${HOME}/lead-steps`).expect(200);
    expect(body).toMatchObject({ suggested: true, version: 0 });
    expect(body.steps.map(({ id }: { id: string }) => id)).toEqual(['papers', 'treasury', 'signature']);
    expect(await plan()).toMatchObject({
      state: 'no_sitting',
      closesOn: '2014-07-25',
      suggested: true,
      sittings: [{ kind: 'council', limit: '2014-07-22', reason: { code: 'none-entered' } }],
    });
  });

  it('keeps sitting days: added, moved, renamed, removed, each with its version', async () => {
    for (const day of ['2014-06-03', '2014-07-16'])
      await clerk
        .post(`${HOME}/sitting-days`)
        .send({ ...COUNCIL, day })
        .expect(201);
    await clerk
      .post(`${HOME}/sitting-days`)
      .send({ ...COUNCIL, day: '2014-06-03' })
      .expect(409);
    const { items } = (await clerk.get(`${HOME}/sitting-days`).expect(200)).body;
    expect(items.map(({ day }: { day: string }) => day)).toEqual(['2014-06-03', '2014-07-16']);
    const path = `${HOME}/sitting-days/${items[1].id}`;
    await clerk.patch(path).send({ day: '2014-07-15' }).expect(428);
    const moved = await clerk.patch(path).set('If-Match', '"1"').send({ day: '2014-07-15' }).expect(200);
    expect([moved.body.day, moved.headers.etag]).toEqual(['2014-07-15', '"2"']);
    await clerk.patch(path).set('If-Match', '"1"').send({ day: '2014-07-17' }).expect(412);
    await clerk.patch(path).set('If-Match', '"2"').send({ day: '2014-06-03' }).expect(409);
    const extra = (
      await clerk
        .post(`${HOME}/sitting-days`)
        .send({ ...COUNCIL, day: '2014-09-02' })
        .expect(201)
    ).body;
    await clerk.delete(`${HOME}/sitting-days/${extra.id}`).expect(428);
    await clerk.delete(`${HOME}/sitting-days/${extra.id}`).set('If-Match', '"1"').expect(204);
    await clerk.get(`${HOME}/sitting-days/${extra.id}`).expect(404);
  });

  it('refuses what is no sitting day', async () => {
    const sent = { kind: 'party', name: '', day: '2014-02-30' };
    const { body } = await clerk.post(`${HOME}/sitting-days`).send(sent).expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/day', '/kind', '/name']);
  });

  it('gives the papers by 24 June for the sitting of 15 July', async () => {
    const planned = await plan();
    expect(planned).toMatchObject({ state: 'in_time', sittings: [{ day: '2014-07-15' }] });
    expect(planned.steps.map(({ step, day }: { step: { id: string }; day: string }) => `${step.id} ${day}`)).toEqual([
      'treasury 2014-06-16',
      'papers 2014-06-24',
      'signature 2014-07-22',
    ]);
  });

  it('takes the dates over as milestones, once', async () => {
    const taken = await take();
    expect(taken).toMatchObject({ added: 4, moved: 0 });
    expect(days(taken.milestones)).toEqual([
      'step:treasury 2014-06-16',
      'step:papers 2014-06-24',
      'sitting:council 2014-07-15',
      'step:signature 2014-07-22',
    ]);
    expect(await take({ move: true })).toMatchObject({ added: 0, moved: 0, milestones: taken.milestones });
    const audit = await server.database.sql(`select count(*)::int as n from audit_entry where action = 'milestones.taken-over'`);
    expect(audit).toEqual([{ n: 1 }]);
  });

  it('has milestones ticked off, moved, added and taken away', async () => {
    const path = `${HOME}/calls/${call.id}/milestones`;
    const [treasury] = (await clerk.get(path).expect(200)).body.items;
    await clerk.patch(`${path}/${treasury.id}`).send({ done: true }).expect(428);
    const done = (await clerk.patch(`${path}/${treasury.id}`).set('If-Match', '"1"').send({ done: true }).expect(200)).body;
    expect(done).toMatchObject({ doneAt: '2014-06-02T07:00:00Z', version: 2 });
    const own = (
      await clerk
        .post(path)
        .send({ name: { de: 'Partner fragen' }, day: '2014-06-10' })
        .expect(201)
    ).body;
    expect(own).toMatchObject({ source: `own:${own.id}`, day: '2014-06-10', version: 1 });
    const moved = await clerk
      .patch(`${path}/${own.id}`)
      .set('If-Match', '"1"')
      .send({ day: '2014-06-11', name: { de: 'Partner' } });
    expect(moved.body).toMatchObject({ day: '2014-06-11', name: { de: 'Partner' }, version: 2 });
    await clerk.delete(`${path}/${own.id}`).set('If-Match', '"1"').expect(412);
    await clerk.delete(`${path}/${own.id}`).set('If-Match', '"2"').expect(204);
    await clerk.get(`${path}/${own.id}`).expect(404);
  });

  it('says before and after when the deadline moves, and moves nothing by itself', async () => {
    const before = (await clerk.get(`${HOME}/calls/${call.id}/milestones`).expect(200)).body;
    await amend('2014-07-14');
    const planned = await plan();
    expect(planned).toMatchObject({ closesOn: '2014-07-14', state: 'no_sitting', sittings: [{ reason: { code: 'too-late' } }] });
    expect(planned.milestones).toEqual(before.items);
    // The treasury's step is done and stays; papers and sitting have no day any more, the signature is due earlier.
    expect(planned.misfits.map(({ before: was, after }: Record<string, string>) => `${was} → ${after ?? 'none'}`)).toEqual([
      '2014-06-24 → none',
      '2014-07-15 → none',
      '2014-07-22 → 2014-07-11',
    ]);
    expect(await take()).toMatchObject({ added: 0, moved: 0 });
    const moved = await take({ move: true });
    expect(moved).toMatchObject({ added: 0, moved: 1 });
    expect(days(moved.milestones)).toContain('step:signature 2014-07-11');
    await amend('2014-07-25');
    expect(await take({ move: true })).toMatchObject({ added: 0, moved: 1 });
    expect((await plan()).misfits).toEqual([]);
  });

  it('keeps the steps of an authority, with their version', async () => {
    const papers = { id: 'papers', name: { de: 'Vorlage' }, amount: 30, unit: 'days', from: { of: 'sitting', kind: 'council' } };
    const put = (steps: object[]) => clerk.put(`${HOME}/lead-steps`).send({ steps });
    expect((await put([papers]).expect(200)).body).toMatchObject({ suggested: false, version: 1, steps: [papers] });
    await put([papers]).expect(428);
    await put([papers]).set('If-Match', '"7"').expect(412);
    expect((await plan()).steps).toMatchObject([{ day: '2014-06-15', workingDay: '2014-06-13' }]);
    const { body } = await put([papers, { ...papers, from: { of: 'step', step: 'x', kind: 'council' } }])
      .set('If-Match', '"1"')
      .expect(422);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual([
      '/steps/1/from/kind unknown-property',
    ]);
    const circle = [{ ...papers, from: { of: 'step', step: 'papers' } }];
    expect((await put(circle).set('If-Match', '"1"').expect(422)).body.errors).toMatchObject([
      { pointer: '/steps/0/from/step', code: 'circular-step' },
    ]);
    expect((await put([]).set('If-Match', '"1"').expect(200)).body).toMatchObject({ suggested: false, version: 2, steps: [] });
  });

  it('takes the sittings of a calendar file, once, and follows the next one', async () => {
    const file = (...events: string[][]) =>
      Buffer.from(
        ['BEGIN:VCALENDAR', ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n'),
      );
    const send = (content: Buffer, agent = clerk) => agent.post(`${HOME}/sitting-days/imports`).attach('file', content, 'ratsinfo.ics');
    const series = [
      'UID:finance',
      'SUMMARY:Finanzausschuss',
      'DTSTART;TZID=Europe/Berlin:20140617T170000',
      'RRULE:FREQ=MONTHLY;BYDAY=3TU;COUNT=3',
    ];
    const council = ['UID:council-7', 'SUMMARY:Rat der Stadt Düren', 'DTSTART;VALUE=DATE:20140826'];
    const known = ['UID:council-6', 'SUMMARY:Rat der Stadt Düren', 'DTSTART;VALUE=DATE:20140715'];
    const party = ['UID:party', 'SUMMARY:Fraktion', 'DTSTART;VALUE=DATE:20140701'];
    const first = file(series, council, known, party);
    expect((await send(first).expect(200)).body).toEqual({ added: 4, changed: 0, removed: 0, unchanged: 1, leftOut: 1 });
    const before = await server.database.sql('select * from sitting_day order by id');
    expect((await send(first).expect(200)).body).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 5, leftOut: 1 });
    expect(await server.database.sql('select * from sitting_day order by id')).toEqual(before);
    const moved = file(series, council.with(2, 'DTSTART;VALUE=DATE:20140902'));
    expect((await send(moved).expect(200)).body).toMatchObject({ added: 0, changed: 1, removed: 0 });
    expect((await send(file([...series, 'STATUS:CANCELLED'], [...council, 'STATUS:CANCELLED'])).expect(200)).body).toMatchObject({
      removed: 4,
    });
    expect((await send(Buffer.from('<html>')).expect(422)).body.errors).toMatchObject([{ pointer: '/file', code: 'not-a-calendar' }]);
    await send(Buffer.alloc(2 * 1024 * 1024 + 1)).expect(413);
    await clerk.post(`${HOME}/sitting-days/imports`).expect(422);
    await send(first, foreigner).expect(404);
  });

  it('has neither plan nor milestones of a draft, or of what is no call', async () => {
    const { programId } = (await server.http.get(`/api/v1/calls/${call.id}`).expect(200)).body;
    const { previousCallId: _none, ...round } = roundTwo(programId, '');
    const draft = (await server.asAdmin().post('/api/v1/calls').send(round).expect(201)).body;
    for (const id of [draft.id, '01900000-0000-7000-8000-000000000000']) {
      for (const path of ['plan', 'milestones']) await clerk.get(`${HOME}/calls/${id}/${path}`).expect(404);
    }
  });

  it('shows nothing of all that to the staff of another authority', async () => {
    const { items: sittings } = (await clerk.get(`${HOME}/sitting-days`).expect(200)).body;
    const { items: milestones } = (await clerk.get(`${HOME}/calls/${call.id}/milestones`).expect(200)).body;
    for (const path of [
      'sitting-days',
      `sitting-days/${sittings[0].id}`,
      'lead-steps',
      `calls/${call.id}/plan`,
      `calls/${call.id}/milestones`,
    ]) {
      await foreigner.get(`${HOME}/${path}`).expect(404);
    }
    const theirs = `/api/v1/authorities/DE:05515000`;
    await foreigner
      .post(`${HOME}/sitting-days`)
      .send({ ...COUNCIL, day: '2014-08-01' })
      .expect(404);
    await foreigner.delete(`${HOME}/sitting-days/${sittings[0].id}`).set('If-Match', '"1"').expect(404);
    await foreigner.delete(`${theirs}/sitting-days/${sittings[0].id}`).set('If-Match', '"1"').expect(404);
    await foreigner.patch(`${theirs}/sitting-days/${sittings[0].id}`).set('If-Match', '"1"').send({ name: 'x' }).expect(404);
    await foreigner.put(`${HOME}/lead-steps`).send({ steps: [] }).expect(404);
    await foreigner.post(`${HOME}/calls/${call.id}/plan/milestones`).send({}).expect(404);
    await foreigner
      .post(`${HOME}/calls/${call.id}/milestones`)
      .send({ name: { de: 'x' }, day: '2014-08-01' })
      .expect(404);
    const path = `calls/${call.id}/milestones/${milestones[0].id}`;
    for (const home of [HOME, theirs]) await foreigner.patch(`${home}/${path}`).set('If-Match', '"2"').send({ done: false }).expect(404);
    await server.http.get(`${HOME}/sitting-days`).expect(401);
    expect((await server.asAdmin().get(`${HOME}/sitting-days`).expect(200)).body.total).toBe(2);
  });
});
