import { DeliverWebhook } from '@app/webhooks/deliver-webhook.js';
import { TellCallChanges } from '@app/webhooks/tell-call-changes.js';
import { TellMatchChanges } from '@app/webhooks/tell-match-changes.js';
import { Webhook } from 'standardwebhooks';
import { DUEREN, furnish, JUELICH } from '../support/clerks.js';
import { type HookReceiver, startHookReceiver } from '../support/hook-receiver.js';
import { MODELLKOMMUNE_PROGRAM, roundOne } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const HOOKS = '/api/v1/webhooks';
const PASSWORD = 'a-password-of-a-clerk';

describe('webhooks', () => {
  let server: TestServer;
  let worker: TestWorker;
  let receiver: HookReceiver;
  let [admin, editor, otherEditor, clerk, neighbour]: Agent[] = [];
  let hook: { id: string; secret: string };
  let callId: string;
  let programId: string;

  const person = async (email: string, roles: string[], authorities: string[] = []): Promise<Agent> => {
    const body = { email, name: 'x', language: 'de', roles, authorities, password: PASSWORD };
    const { id } = (await admin!.post('/api/v1/people').send(body).expect(201)).body;
    const { token } = (await admin!.post(`/api/v1/people/${id}/tokens`).send({ name: 'test' }).expect(201)).body;
    return server.as(token);
  };
  const verified = (secret: string, at = receiver.received.length - 1) => {
    const { headers, body } = receiver.received[at]!;
    return new Webhook(secret).verify(body, headers) as { type: string; timestamp: string; data: Record<string, unknown> };
  };
  const deliveries = async (id = hook.id) => (await editor!.get(`${HOOKS}/${id}/deliveries`).expect(200)).body;

  beforeAll(async () => {
    server = await startTestServer({ outboundAllow: '127.0.0.1' });
    await furnish(server);
    receiver = await startHookReceiver();
    worker = await startTestWorker(server);
    admin = server.asAdmin();
    editor = await person('editor@x.example', ['editor']);
    otherEditor = await person('other@x.example', ['editor']);
    clerk = await person('clerk@x.example', ['staff'], [DUEREN]);
    neighbour = await person('neighbour@x.example', ['staff'], [JUELICH]);
    programId = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
  }, 90_000);
  afterAll(async () => {
    await worker.close();
    receiver.close();
    await server.close();
  });

  it('are for editors, of matches for those who act for the authority, and show their secret once', async () => {
    const catalogue = { url: `${receiver.url}/catalogue`, events: ['call.published', 'call.changed', 'call.withdrawn'] };
    await server.http.post(HOOKS).send(catalogue).expect(401);
    await clerk!.post(HOOKS).send(catalogue).expect(403);
    const { body } = await editor!.post(HOOKS).send(catalogue).expect(201).expect('etag', '"1"').expect('cache-control', 'no-store');
    expect(body).toMatchObject({ state: 'active', failures: 0, version: 1, secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) });
    hook = body;
    expect((await editor!.get(`${HOOKS}/${hook.id}`).expect(200)).body).not.toHaveProperty('secret');
    const matches = { url: `${receiver.url}/matches`, events: ['matches.changed'], authority: DUEREN };
    await neighbour!.post(HOOKS).send(matches).expect(422);
    const { authority, ...without } = matches;
    expect((await clerk!.post(HOOKS).send(without).expect(422)).body.errors).toMatchObject([{ pointer: '/authority', code: 'required' }]);
    expect((await clerk!.post(HOOKS).send(matches).expect(201)).body.authority).toBe(authority);
  });

  it.each([
    ['http://10.0.0.1/x', 'address-not-public'],
    ['http://2130706434/x', 'address-not-public'],
    ['http://[::1]/x', 'address-not-public'],
    ['http://169.254.169.254/latest/meta-data', 'address-not-public'],
    ['http://user:pass@1.1.1.1/', 'credentials-in-url'],
    ['http://1.1.1.1:22/', 'wrong-port'],
    ['ftp://1.1.1.1/', 'not-a-url'],
  ])('refuse %s as %s', async (url, code) => {
    const refused = await editor!
      .post(HOOKS)
      .send({ url, events: ['call.published'] })
      .expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/url', code }]);
  });

  it('do not exist for others', async () => {
    for (const agent of [otherEditor!, clerk!, neighbour!]) {
      await agent.get(`${HOOKS}/${hook.id}`).expect(404);
      await agent.patch(`${HOOKS}/${hook.id}`).set('If-Match', '"1"').send({ state: 'paused' }).expect(404);
      await agent.delete(`${HOOKS}/${hook.id}`).set('If-Match', '"1"').expect(404);
      await agent.get(`${HOOKS}/${hook.id}/deliveries`).expect(404);
      await agent.post(`${HOOKS}/${hook.id}/rotation`).expect(404);
      await agent.post(`${HOOKS}/${hook.id}/ping`).expect(404);
    }
    const counts = await Promise.all(
      [editor!, clerk!, neighbour!, admin!].map(async (agent) => (await agent.get(HOOKS).expect(200)).body.total),
    );
    expect(counts).toEqual([1, 1, 0, 2]);
  });

  it('hear of a publication, signed at the real time although the clock is another', async () => {
    const draft = { ...roundOne(programId), rule: { applicantType: { in: ['municipality'] } } };
    callId = (await admin!.post('/api/v1/calls').send(draft).expect(201)).body.id;
    await worker.settle();
    expect(receiver.received).toHaveLength(0);
    await admin!.post(`/api/v1/calls/${callId}/publication`).set('If-Match', '"1"').expect(200);
    await worker.settle();
    const at = receiver.received.findIndex(({ path }) => path === '/catalogue');
    const told = verified(hook.secret, at);
    expect(told).toEqual({
      type: 'call.published',
      timestamp: '2014-06-26T10:00:00Z',
      data: { callId, version: 2, change: 'published', url: `${server.url}/api/v1/calls/${callId}`, page: `${server.url}/calls/${callId}` },
    });
    expect(receiver.received[at]!.headers['webhook-id']).toBe(`call-published_${callId}_2`);
    expect((await deliveries()).items).toMatchObject([
      { eventId: `call-published_${callId}_2`, state: 'delivered', attempts: 1, lastStatus: 200 },
    ]);
  });

  it('hear of matches of their own authority that have changed', async () => {
    const about = receiver.received.filter(({ path }) => path === '/matches').map(({ body }) => JSON.parse(body));
    expect(about).toMatchObject([{ type: 'matches.changed', data: { authority: DUEREN, callId, version: 2, outcome: 'eligible' } }]);
    await admin!
      .patch(`/api/v1/calls/${callId}`)
      .set('If-Match', '"2"')
      .send({ rule: { applicantType: { in: ['county'] } } })
      .expect(200);
    await worker.settle();
    const later = receiver.received.filter(({ path }) => path === '/matches').map(({ body }) => JSON.parse(body));
    expect(later).toHaveLength(2);
    expect(later[1]).toMatchObject({ data: { outcome: 'ineligible', previous: 'eligible', version: 3 } });
    expect(
      verified(
        hook.secret,
        receiver.received.findLastIndex(({ path }) => path === '/catalogue'),
      ).type,
    ).toBe('call.changed');
  });

  it('hear nothing twice when a job runs twice', async () => {
    const before = receiver.received.length;
    const stored = () =>
      server.database.sql<{ count: number }>('select count(*)::int as count from pgboss.job where name = $1', ['deliver-webhook']);
    const [jobs] = await stored();
    await worker.get(TellCallChanges).run(callId, server.clock.now());
    await worker.get(TellMatchChanges).run(callId, server.clock.now());
    await worker.settle();
    expect([receiver.received.length, (await stored())[0]]).toEqual([before, jobs]);
  });

  it('try again when the receiver is in trouble, with the same id, and write down its answer', async () => {
    receiver.status = 503;
    await server.database.sql(`update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'deliver-webhook'`);
    await admin!.patch(`/api/v1/calls/${callId}`).set('If-Match', '"3"').send({ round: '1a' }).expect(200);
    const before = receiver.received.length;
    while (receiver.received.length < before + 2) await new Promise((later) => setTimeout(later, 50));
    expect((await deliveries()).items[0]).toMatchObject({ state: 'pending', lastStatus: 503, lastReason: 'refused' });
    receiver.status = 204;
    await worker.settle();
    const ids = receiver.received.slice(before).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([`call-changed_${callId}_4`]));
    const { items } = await deliveries();
    expect(items[0]).toMatchObject({ state: 'delivered', lastStatus: 204, attempts: ids.length });
    expect(items[0]).not.toHaveProperty('lastReason');
  });

  it('are given up after the fifteenth attempt', async () => {
    receiver.status = 503;
    const [last] = await server.database.sql<{ id: string }>(
      `update webhook_delivery set state = 'pending', attempts = 13 where event_id = $1 and webhook_id = $2 returning id`,
      [`call-changed_${callId}_4`, hook.id],
    );
    const deliver = () => worker.get(DeliverWebhook).run(last!.id, server.clock.now());
    await expect(deliver()).rejects.toThrow('not delivered: refused');
    expect([await deliver(), await deliver()]).toEqual(['failed', 'over']);
    expect((await deliveries()).items[0]).toMatchObject({ state: 'failed', attempts: 15 });
    receiver.status = 200;
  });

  it('sign with both secrets for a day after a rotation', async () => {
    const { body } = await editor!.post(`${HOOKS}/${hook.id}/rotation`).expect(200);
    const { eventId } = (await editor!.post(`${HOOKS}/${hook.id}/ping`).expect(202)).body;
    await worker.settle();
    for (const secret of [hook.secret, body.secret]) expect(verified(secret)).toMatchObject({ type: 'webhook.ping' });
    expect(receiver.received.at(-1)!.headers['webhook-id']).toBe(eventId);
    await server.database.sql(`update webhook set old_secret_until = '2020-01-01T00:00:00Z'`);
    await editor!.post(`${HOOKS}/${hook.id}/ping`).expect(202);
    await worker.settle();
    expect(() => verified(hook.secret)).toThrow('No matching signature');
    expect(verified(body.secret).type).toBe('webhook.ping');
    hook = { ...hook, secret: body.secret };
  });

  it('follow no redirect, and are checked at each delivery too', async () => {
    receiver.status = 302;
    await editor!.post(`${HOOKS}/${hook.id}/ping`).expect(202);
    await worker.settle();
    expect((await deliveries()).items[0]).toMatchObject({ state: 'failed', lastStatus: 302, lastReason: 'redirect' });
    expect(receiver.received.some(({ path }) => path === '/elsewhere')).toBe(false);
    receiver.status = 200;
    await server.database.sql(`update webhook set url = replace(url, '127.0.0.1', '127.0.0.2') where id = $1`, [hook.id]);
    const before = receiver.received.length;
    await editor!.post(`${HOOKS}/${hook.id}/ping`).expect(202);
    await worker.settle();
    expect((await deliveries()).items[0]).toMatchObject({ state: 'failed', lastReason: 'address-not-public' });
    expect(receiver.received).toHaveLength(before);
    await server.database.sql(`update webhook set url = replace(url, '127.0.0.2', '127.0.0.1') where id = $1`, [hook.id]);
  });

  it('are disabled with a reason after five deliveries given up, or a 410, and can be switched on again', async () => {
    const patch = (version: number, change: object) => editor!.patch(`${HOOKS}/${hook.id}`).set('If-Match', `"${version}"`).send(change);
    await server.database.sql('update webhook set failures = 4 where id = $1', [hook.id]);
    receiver.status = 302;
    await admin!.patch(`/api/v1/calls/${callId}`).set('If-Match', '"4"').send({ round: '1b' }).expect(200);
    await worker.settle();
    const { body } = await editor!.get(`${HOOKS}/${hook.id}`).expect(200);
    expect(body).toMatchObject({ state: 'disabled', disabledReason: 'too-many-failures', failures: 5, version: 3 });
    receiver.status = 200;
    const before = receiver.received.filter(({ path }) => path === '/catalogue').length;
    await admin!.patch(`/api/v1/calls/${callId}`).set('If-Match', '"5"').send({ round: '1c' }).expect(200);
    await worker.settle();
    await patch(2, { state: 'active' }).expect(412);
    await editor!.patch(`${HOOKS}/${hook.id}`).send({ state: 'active' }).expect(428);
    server.clock.advance({ hours: 1 });
    const on = (await patch(3, { state: 'active' }).expect(200)).body;
    expect(on).toMatchObject({ state: 'active', failures: 0, version: 4 });
    expect(on).not.toHaveProperty('disabledReason');
    await worker.get(TellCallChanges).run(callId, server.clock.now());
    await worker.settle();
    expect(receiver.received.filter(({ path }) => path === '/catalogue')).toHaveLength(before);
    receiver.status = 410;
    await admin!.post(`/api/v1/calls/${callId}/withdrawal`).set('If-Match', '"6"').send({ reason: 'x' }).expect(200);
    await worker.settle();
    expect(
      verified(
        hook.secret,
        receiver.received.findLastIndex(({ path }) => path === '/catalogue'),
      ).type,
    ).toBe('call.withdrawn');
    expect((await editor!.get(`${HOOKS}/${hook.id}`)).body).toMatchObject({ state: 'disabled', disabledReason: 'gone' });
    receiver.status = 200;
  });

  it('page through deliveries, leave a trail without secrets, and go with everything they have', async () => {
    const first = (await editor!.get(`${HOOKS}/${hook.id}/deliveries?limit=2`).expect(200)).body;
    const second = (await editor!.get(`${HOOKS}/${hook.id}/deliveries?limit=500&cursor=${first.next}`).expect(200)).body;
    expect(first.items.length + second.items.length).toBe(first.total);
    const [last] = await server.database.sql<{ id: string }>(
      'select id from webhook_delivery where webhook_id = $1 order by position desc limit 1',
      [hook.id],
    );
    await editor!.delete(`${HOOKS}/${hook.id}`).expect(428);
    await editor!.delete(`${HOOKS}/${hook.id}`).set('If-Match', '"5"').expect(204);
    expect(await worker.get(DeliverWebhook).run(last!.id, server.clock.now())).toBe('over');
    const trail = await server.database.sql<{ action: string; detail: unknown }>(
      `select action, detail from audit_entry where subject_id = $1 order by id`,
      [hook.id],
    );
    expect(new Set(trail.map(({ action }) => action))).toEqual(
      new Set(['webhook.created', 'webhook.rotated', 'webhook.pinged', 'webhook.disabled', 'webhook.changed', 'webhook.deleted']),
    );
    expect(JSON.stringify(trail)).not.toMatch(/whsec|\/catalogue/);
  });
});
