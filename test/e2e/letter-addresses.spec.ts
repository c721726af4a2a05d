import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const GRANTS = 'foerdermittel@dueren.example';

describe('the addresses that letters go to', () => {
  let server: TestServer;
  let worker: TestWorker;
  let clerk: Clerk;
  let other: Clerk;
  let program: Agent;

  beforeAll(async () => {
    server = await startTestServer();
    await furnish(server);
    worker = await startTestWorker(server);
    clerk = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    other = await signedIn(server, { email: 'ben@juelich.example', authorities: [JUELICH], language: 'en' });
    program = server.as((await server.asAdmin().post(`/api/v1/people/${clerk.id}/tokens`).send({ name: 'test' })).body.token);
  }, 60_000);
  afterAll(async () => {
    await worker?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await server.database.sql(`update notice set created_at = created_at - interval '2 days'`);
    await server.database.sql('delete from letter_address');
    await server.database.sql('delete from address_trouble');
    worker.mailer.sent.splice(0);
  });

  const list = () => `/api/v1/people/${clerk.id}/addresses`;
  const look = (path: string, who = clerk) => who.browser.get(path).set('Accept', 'text/html').expect(200);
  const deliver = async () => {
    await worker.get(ReleaseDueNotices).run(server.clock.now());
    await worker.settle();
  };
  /** What the letters say that have gone: to whom, and the path of the link. */
  const links = () =>
    worker.mailer.sent
      .splice(0)
      .map(({ to, text }) => ({ to: to.address, path: /\/addresses\/verification\/[\w-]+/.exec(text)?.[0] ?? '' }));
  const add = (address: string) => program.post(list()).send({ address });
  const idOf = async (address: string) =>
    (await server.database.sql<{ id: string }>('select id from letter_address where address = $1', [address]))[0]!.id;
  const proven = async (address = GRANTS) => {
    const { body } = await add(address).expect(201);
    await deliver();
    await server.http.post(links()[0]!.path).type('form').send({}).expect(200);
    return body.id as string;
  };
  const testLetterGoesTo = async () => {
    await program.post(`/api/v1/people/${clerk.id}/test-letters`).expect(202);
    await deliver();
    return worker.mailer.sent
      .splice(0)
      .map(({ to }) => to.address)
      .sort();
  };

  it('are that of the account first, and get further ones only after the click', async () => {
    const before = (await program.get(list()).expect(200)).body;
    expect(before.items).toEqual([
      { id: clerk.id, address: clerk.email, main: true, verified: true, wanted: true, suspended: false, version: 0 },
    ]);
    const added = await add('Foerdermittel@Dueren.example').expect(201);
    expect(added.body).toMatchObject({ address: GRANTS, main: false, verified: false, wanted: true });
    await deliver();
    const [letter, ...more] = links();
    expect([letter!.to, more]).toEqual([GRANTS, []]);
    expect(await testLetterGoesTo()).toEqual([clerk.email]);
    const page = await server.http.get(letter!.path).set('Accept', 'text/html').set('Accept-Language', 'de').expect(200);
    expect(wordsOf(page)).toContain('Adresse bestätigen?');
    expect([page.headers['cache-control'], page.headers['referrer-policy']]).toEqual(['no-store', 'no-referrer']);
    await server.http.head(letter!.path).expect(200);
    expect((await program.get(added.headers.location!).expect(200)).body.verified).toBe(false);
    await server.http.post(letter!.path).type('form').send({}).expect(200);
    expect((await program.get(added.headers.location!).expect(200)).body.verified).toBe(true);
    server.clock.advance({ minutes: 5 });
    expect(await testLetterGoesTo()).toEqual([clerk.email, GRANTS].sort());
  });

  it('keep no token that could be read, and each link works once and for three days', async () => {
    await add(GRANTS).expect(201);
    await deliver();
    const path = links()[0]!.path;
    const token = path.split('/').at(-1)!;
    const dump = await server.database.sql<{ text: string }>(
      `select t::text as text from notice t union all select t::text from address_token t union all select t::text from letter t union all select t::text from letter_address t`,
    );
    expect(dump.filter(({ text }) => text.includes(token))).toEqual([]);
    server.clock.advance({ hours: 72 });
    await server.http.get(path).expect(404);
    await server.http.post(path).type('form').send({}).expect(404);
    server.clock.advance({ hours: -72 });
    const id = await idOf(GRANTS);
    await program.post(`${list()}/${id}/verification`).expect(202);
    await deliver();
    const [again] = links();
    await server.http.post(again!.path).type('form').send({}).expect(200);
    await server.http.post(again!.path).type('form').send({}).expect(404);
    for (const wrong of ['x', 'x'.repeat(5_000), '%00', '..%2f..', 'á']) {
      expect((await server.http.get(`/addresses/verification/${wrong}`)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('can be chosen, left out and removed, but never all of them', async () => {
    const id = await proven();
    const one = `${list()}/${id}`;
    const main = `${list()}/${clerk.id}`;
    await program.patch(main).set('If-Match', '"0"').send({ wanted: false }).expect(200);
    expect(await testLetterGoesTo()).toEqual([GRANTS]);
    await program.patch(one).set('If-Match', '"2"').send({ wanted: false }).expect(422);
    await program.delete(one).set('If-Match', '"2"').expect(409);
    await program.delete(main).set('If-Match', '"1"').expect(409);
    await program.patch(main).set('If-Match', '"0"').send({ wanted: true }).expect(412);
    await program.patch(main).set('If-Match', '"1"').send({ wanted: true }).expect(200);
    await program.delete(one).send().expect(428);
    await program.delete(one).set('If-Match', '"2"').expect(204);
    server.clock.advance({ minutes: 5 });
    expect(await testLetterGoesTo()).toEqual([clerk.email]);
    const audit = await server.database.sql<{ action: string }>(
      `select distinct action from audit_entry where action like 'address.%' and subject_id = $1 order by 1`,
      [clerk.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['address.added', 'address.chosen', 'address.removed', 'address.verified']),
    );
  });

  it('go on getting letters while another one is suspended, and that one is said in the banner', async () => {
    await proven();
    await server.database.sql(
      `insert into address_trouble (address, hard_bounces, last_reason, last_bounce_at, suspended_at) values ($1, 3, '550 no', '2014-06-26', '2014-06-26')`,
      [GRANTS],
    );
    expect(await testLetterGoesTo()).toEqual([clerk.email]);
    expect(wordsOf(await look('/calls'))).toContain(`An ${GRANTS} schicken wir keine Mails mehr.`);
    expect(wordsOf(await look('/calls', other))).not.toContain(GRANTS);
    await program.post('/api/v1/suspensions/lift').send({ address: GRANTS }).expect(204);
    server.clock.advance({ minutes: 5 });
    expect(await testLetterGoesTo()).toEqual([clerk.email, GRANTS].sort());
  });

  it.each([
    'no address',
    'a@x.example\r\nBcc: evil@y.example',
    'a@x.example, b@y.example',
    '"a b"@x.example',
    'a@x.example\u0000',
    `${'a'.repeat(250)}@x.example`,
    '<script>@x.example',
  ])('refuse %j', async (address) => {
    const refused = await add(address).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/address');
    expect((await server.database.sql('select 1 from letter_address')).length).toBe(0);
  });

  it('are not there twice, not more than five, and nobody’s mailbox is filled', async () => {
    await add(clerk.email.toUpperCase()).expect(409);
    const { body } = await add(GRANTS).expect(201);
    await add(GRANTS).expect(409);
    for (let time = 0; time < 2; time += 1) await program.post(`${list()}/${body.id}/verification`).expect(202);
    const refused = await program.post(`${list()}/${body.id}/verification`).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(86_000);
    const foreign = server.as((await server.asAdmin().post(`/api/v1/people/${other.id}/tokens`).send({ name: 'test' })).body.token);
    await foreign.post(`/api/v1/people/${other.id}/addresses`).send({ address: GRANTS }).expect(429);
    for (const name of ['a', 'b', 'c', 'd']) await add(`${name}@x.example`).expect(201);
    expect((await add('e@x.example').expect(422)).body.errors[0].code).toBe('too-many');
  });

  it('are nobody else’s, and count as proven when an administrator enters them for somebody', async () => {
    const foreign = server.as((await server.asAdmin().post(`/api/v1/people/${other.id}/tokens`).send({ name: 'test' })).body.token);
    await foreign.get(list()).expect(404);
    await foreign.post(list()).send({ address: GRANTS }).expect(404);
    const made = await server.asAdmin().post(list()).send({ address: GRANTS }).expect(201);
    expect(made.body.verified).toBe(true);
    await foreign.delete(`${list()}/${made.body.id}`).set('If-Match', '"1"').expect(404);
    await foreign.patch(`/api/v1/people/${other.id}/addresses/${made.body.id}`).set('If-Match', '"1"').send({ wanted: false }).expect(404);
    await server.http.get(list()).expect(401);
  });

  it('are kept on a page in both languages', async () => {
    const entered = await submit(clerk.browser, '/reminders/addresses', '/reminders/addresses', { address: GRANTS });
    expect([entered.status, entered.headers.location]).toEqual([303, '/reminders/addresses?saved=added']);
    const page = await look('/reminders/addresses?saved=added');
    expect(wordsOf(page)).toMatch(/foerdermittel@dueren\.example wartet auf Ihren Klick nach der Bestätigung/);
    const wrong = await submit(clerk.browser, '/reminders/addresses', '/reminders/addresses', { address: '<script>' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/<a href="#f-address">E-Mail-Adresse: Das ist keine E-Mail-Adresse/);
    const press = (path: string, fields: Record<string, string>) => submit(clerk.browser, '/reminders/addresses', path, fields);
    const last = await press(`/reminders/addresses/${clerk.id}`, { do: 'leave-out', version: '0' });
    expect(wordsOf(await look(last.headers.location!))).toContain('An irgendeine Adresse müssen die Mails gehen.');
    const id = await idOf(GRANTS);
    const removed = await press(`/reminders/addresses/${id}`, { do: 'remove', version: '1' });
    expect(wordsOf(await look(removed.headers.location!))).toContain('Die Adresse ist entfernt.');
    await clerk.browser.post('/reminders/addresses').type('form').send({ address: GRANTS }).expect(403);
    expect(wordsOf(await look('/reminders/addresses', other))).toContain('Addresses for mails');
  });
});
