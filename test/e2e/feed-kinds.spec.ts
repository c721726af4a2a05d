import { DUEREN, furnish, JUELICH } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('kinds of calendar feeds', () => {
  let server: TestServer;
  let clerk: Agent;
  let colleague: Agent;
  let foreigner: Agent;
  let call: { id: string; version: number };

  async function clerkOf(key: string, email: string): Promise<Agent> {
    const person = { email, name: 'B. Lennartz', language: 'de', roles: ['staff'], authorities: [key] };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
    return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({ name: 'test' }).expect(201)).body.token);
  }
  const make = async (body: object, agent = clerk) => {
    const feed = (await agent.post(`/api/v1/authorities/${DUEREN}/feeds`).send(body).expect(201)).body as { id: string; url: string };
    return { id: feed.id, path: new URL(feed.url).pathname };
  };
  const linesOf = async (path: string) =>
    (await server.http.get(path).buffer(true).expect(200)).text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const summaries = async (path: string) => (await linesOf(path)).filter((line) => line.startsWith('SUMMARY'));
  const stance = (path: string) => `/api/v1/authorities/${DUEREN}/calls/${path}/stance`;

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    clerk = await clerkOf(DUEREN, 'clerk@dueren.example');
    colleague = await clerkOf(DUEREN, 'colleague@dueren.example');
    foreigner = await clerkOf(JUELICH, 'clerk@juelich.example');
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const first = (await server.asAdmin().post('/api/v1/calls').send(roundOne(program.id)).expect(201)).body;
    const second = roundTwo(program.id, first.id);
    const schedule = { kind: 'fixed', closes: { date: '2014-07-25', time: '12:00' } };
    const draft = { ...second, deadlines: [{ ...second.deadlines[0], schedule }] };
    call = (await server.asAdmin().post('/api/v1/calls').send(draft).expect(201)).body;
    await server.http.get(`/feeds/calls/${call.id}.ics`).expect(404);
    call = (await server.asAdmin().post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').send({}).expect(200)).body;
  }, 90_000);
  afterAll(() => server?.close());

  it('one call, for everybody and as a subscription', async () => {
    expect(await summaries(`/feeds/calls/${call.id}.ics`)).toHaveLength(1);
    expect(await summaries((await make({ scope: 'call', callId: call.id })).path)).toHaveLength(1);
  });

  it.each([
    [{ scope: 'call' }, '/callId'],
    [{ scope: 'call', callId: '01900000-0000-7000-8000-0000000000aa' }, '/callId'],
    [{ scope: 'search', searchId: '01900000-0000-7000-8000-0000000000aa' }, '/searchId'],
    [{ scope: 'eligible', callId: '01900000-0000-7000-8000-0000000000aa' }, '/callId'],
    [{ scope: 'eligible', options: { alarmDays: 31 } }, '/options/alarmDays'],
  ])('refuses %j', async (body, pointer) => {
    const refused = (await clerk.post(`/api/v1/authorities/${DUEREN}/feeds`).send(body).expect(422)).body;
    expect(refused.errors[0].pointer).toBe(pointer);
  });

  it('shows timed entries with an alarm under its own name, and changes under the same address', async () => {
    const feed = await make({ scope: 'eligible', name: 'Rathaus', options: { timed: true, alarmDays: 7 } });
    expect(await linesOf(feed.path)).toEqual(
      expect.arrayContaining(['X-WR-CALNAME:Rathaus', 'DTSTART:20140725T093000Z', 'DTEND:20140725T100000Z', 'TRIGGER:-P7D']),
    );
    const change = { name: null, options: { stages: ['proof_of_use'] } };
    await foreigner.patch(`/api/v1/feeds/${feed.id}`).set('If-Match', '"1"').send(change).expect(404);
    await clerk.patch(`/api/v1/feeds/${feed.id}`).send(change).expect(428);
    const changed = (await clerk.patch(`/api/v1/feeds/${feed.id}`).set('If-Match', '"1"').send(change).expect(200)).body;
    expect(changed).toMatchObject({ version: 2, options: { stages: ['proof_of_use'] } });
    expect(await summaries(feed.path)).toEqual([]);
    await clerk.patch(`/api/v1/feeds/${feed.id}`).set('If-Match', '"1"').send(change).expect(412);
  });

  it('follows what the authority, or the person alone, follows; what leaves stays as cancelled and its sequence never falls', async () => {
    const [ours, mine] = [await make({ scope: 'followed' }), await make({ scope: 'followed_by_me' })];
    expect(await summaries(ours.path)).toEqual([]);
    const address = stance(call.id);
    const taken = await colleague.put(address).send({ kind: 'followed' });
    expect(taken.status).toBeLessThan(300);
    expect(await summaries(ours.path)).toHaveLength(1);
    expect(await summaries(mine.path)).toEqual([]);
    server.clock.advance({ hours: 1 });
    await colleague.delete(address).set('If-Match', `"${taken.body.version}"`).expect(204);
    const left = await linesOf(ours.path);
    expect(left).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:1', 'LAST-MODIFIED:20140612T080000Z']));
    expect(left.join()).toContain('SUMMARY:Nicht mehr in diesem Kalender: Frist: Modellkommune');
    await colleague.put(address).send({ kind: 'followed' });
    expect(await linesOf(ours.path)).toEqual(expect.arrayContaining(['STATUS:CONFIRMED', 'SEQUENCE:2']));
  });

  it('shows the milestones of what is followed, for as long as it is; not where other kinds of dates were chosen', async () => {
    const [all, few] = [await make({ scope: 'followed' }), await make({ scope: 'followed', options: { stages: ['application'] } })];
    const path = `/api/v1/authorities/${DUEREN}/calls/${call.id}/milestones`;
    const added = (
      await clerk
        .post(path)
        .send({ name: { de: 'Rat' }, day: '2014-07-16' })
        .expect(201)
    ).body;
    const entries = async () => (await linesOf(all.path)).filter((line) => /^(UID|SUMMARY|SEQUENCE|STATUS|DTSTART)/.test(line)).slice(0, 5);
    const uid = `UID:milestone-${added.id}@foerdertakt.example`;
    const title = 'Meilenstein: Rat\\, Modellkommune E-Government\\, 2.\u00a0Runde';
    expect(await entries()).toEqual([uid, 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20140716', `SUMMARY:${title}`, 'STATUS:CONFIRMED']);
    expect(await summaries(few.path)).toHaveLength(1);
    const own = `${path}/${added.id}`;
    await clerk.patch(own).set('If-Match', `"${added.version}"`).send({ day: '2014-07-15' }).expect(200);
    expect(await entries()).toEqual([uid, 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20140715', `SUMMARY:${title}`, 'STATUS:CONFIRMED']);
    await clerk
      .delete(own)
      .set('If-Match', `"${added.version + 1}"`)
      .expect(204);
    expect(await entries()).toEqual([uid, 'SEQUENCE:2', 'DTSTART;VALUE=DATE:20140715', `SUMMARY:Entfällt: ${title}`, 'STATUS:CANCELLED']);
    server.clock.advance({ hours: 24 * 91 });
    expect((await linesOf(all.path)).join()).not.toContain(uid);
    server.clock.advance({ hours: -24 * 91 });
  });
});
