import { CONTROLLERS } from '../../apps/server/src/rooms.js';
import { happened, NotesController } from '../support/notes.controller.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('a POST with an Idempotency-Key', () => {
  let server: TestServer;
  let admin: Agent;
  const post = (key: string, body: object, agent = admin, path = '/api/v1/notes') =>
    agent.post(path).set('Idempotency-Key', key).send(body);

  beforeAll(async () => {
    CONTROLLERS.push(NotesController);
    server = await startTestServer({ prepare: (app) => app.useLogger(false) });
    admin = server.asAdmin();
  });
  afterAll(() => server?.close());
  beforeEach(() => Object.assign(happened, { made: 0, crash: false, gate: Promise.resolve() }));

  it('happens once and is answered twice alike, headers included', async () => {
    const first = await post('once', { text: 'a' }).expect(201);
    const second = await post('once', { text: 'a' }).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({ location: first.headers.location, etag: '"1"', 'idempotent-replayed': 'true' });
    expect(first.headers).not.toHaveProperty('idempotent-replayed');
    expect(happened.made).toBe(1);
  });

  it('without a key happens each time', async () => {
    await admin.post('/api/v1/notes').send({ text: 'a' }).expect(201);
    await admin.post('/api/v1/notes').send({ text: 'a' }).expect(201);
    expect(happened.made).toBe(2);
  });

  it('repeats an answer without a body', async () => {
    await post('empty', {}, admin, '/api/v1/notes/deletion/1').expect(204, {});
    await post('empty', {}, admin, '/api/v1/notes/deletion/1').expect(204, {}).expect('Idempotent-Replayed', 'true');
    expect(happened.made).toBe(1);
  });

  it.each([
    ['body', { text: 'b' }, '/api/v1/notes'],
    ['address', { text: 'a' }, '/api/v1/notes?lang=en'],
  ])('is refused for another %s', async (what, body, path) => {
    await post(`reused ${what}`, { text: 'a' }).expect(201);
    const { body: problem } = await post(`reused ${what}`, body, admin, path).expect(422);
    expect(problem.type).toBe('/problems/idempotency-key-reused');
    expect(happened.made).toBe(1);
  });

  it('of somebody else is another one', async () => {
    const made = await admin
      .post('/api/v1/people')
      .send({ email: 'e@x.example', name: 'E', language: 'de', roles: ['editor'], authorities: [] });
    const { body: token } = await admin.post(`/api/v1/people/${made.body.id}/tokens`).send({}).expect(201);
    await post('theirs', { text: 'a' }).expect(201);
    await post('theirs', { text: 'b' }, server.as(token.token)).expect(201);
    expect(happened.made).toBe(2);
  });

  it('of two at once lets one act: the other waits its turn', async () => {
    let open = (): void => undefined;
    happened.gate = new Promise((resolve) => {
      open = resolve;
    });
    const both = [post('parallel', { text: 'slow' }), post('parallel', { text: 'slow' })].map(async (sent) => {
      const { status, body } = await sent;
      open();
      return { status, type: body.type };
    });
    expect((await Promise.all(both)).sort((a, b) => a.status - b.status)).toEqual([
      { status: 201, type: undefined },
      { status: 409, type: '/problems/idempotency-in-progress' },
    ]);
    await post('parallel', { text: 'slow' }).expect(201).expect('Idempotent-Replayed', 'true');
    expect(happened.made).toBe(1);
  });

  it('of twenty at once lets one act', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('twenty', { text: 'a' })));
    expect(new Set(answers.map(({ status }) => status)).isSubsetOf(new Set([201, 409]))).toBe(true);
    expect(happened.made).toBe(1);
  });

  it('repeats a refusal, but not a fault of ours', async () => {
    const first = await post('refused', { text: 'taken' }).expect(409);
    const again = await post('refused', { text: 'taken' })
      .expect(409)
      .expect('Idempotent-Replayed', 'true')
      .expect('Content-Type', /problem\+json/);
    expect(again.body).toEqual(first.body);
    happened.crash = true;
    await post('crashed', { text: 'a' }).expect(500);
    happened.crash = false;
    await post('crashed', { text: 'a' }).expect(201);
    expect(happened.made).toBe(1);
  });

  it('is forgotten after a day, not before', async () => {
    await post('day', { text: 'a' }).expect(201);
    server.clock.advance({ hours: 23, minutes: 59 });
    await post('day', { text: 'a' }).expect('Idempotent-Replayed', 'true');
    server.clock.advance({ minutes: 1 });
    const later = await post('day', { text: 'b' }).expect(201);
    expect(later.headers).not.toHaveProperty('idempotent-replayed');
    expect(happened.made).toBe(2);
  });

  it('of a process that died is taken over after a minute, not before', async () => {
    await post('died', { text: 'a' }).expect(201);
    await server.database.sql('update idempotency_key set status = null, headers = null, body = null');
    server.clock.advance({ seconds: 59 });
    await post('died', { text: 'a' }).expect(409);
    server.clock.advance({ seconds: 1 });
    await post('died', { text: 'a' }).expect(201);
    expect(happened.made).toBe(2);
  });

  it('leaves nothing in the table that was shown only once, nor the key that opens it', async () => {
    const { body } = await post('sealed key', { text: 'a' }).expect(201);
    const table = JSON.stringify(await server.database.sql('select * from idempotency_key'));
    expect(table).not.toContain(body.secret);
    expect(table).not.toContain('sealed key');
    expect((await post('sealed key', { text: 'a' })).body).toEqual(body);
  });

  it('compares uploads by their file, whatever separates their parts', async () => {
    const upload = (text: string) =>
      admin.post('/api/v1/notes/files').set('Idempotency-Key', 'file').field('format', 'csv').attach('file', Buffer.from(text), 'a.csv');
    const first = await upload('a;b').expect(201);
    expect((await upload('a;b').expect(201)).body).toEqual(first.body);
    await upload('a;c').expect(422);
    expect(happened.made).toBe(1);
  });

  it.each(['', 'x'.repeat(256), 'ä'])('must be 1 to 255 plain characters', async (key) => {
    const sent = admin.post('/api/v1/notes').send({ text: 'a' });
    await (key === 'ä' ? sent.set('Idempotency-Key', '\u00e4') : sent.set('Idempotency-Key', key)).expect(400);
  });

  it('may be 255 characters long', async () => {
    await post('x'.repeat(255), { text: 'a' }).expect(201);
  });
});
