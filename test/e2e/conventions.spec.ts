import type { Response } from 'supertest';
import {
  type Asked,
  asking,
  expectOfEach,
  fault,
  hasParameter,
  InterfaceWalk,
  isUpload,
  NOBODY,
  problem,
  refusal,
} from '../support/interface-walk.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const cursorOf = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
/**
 * What contract §1 promises of every operation, asked of every operation that the document describes. The clients hold each answer against the document
 * besides; so what is compared here is what was refused, and why.
 */
describe('every operation', () => {
  let server: TestServer;
  let admin: Agent;
  let walk: InterfaceWalk;

  beforeAll(async () => {
    server = await startTestServer({ outboundAllow: '127.0.0.1', prepare: (app) => app.useLogger(false) });
    walk = await InterfaceWalk.through(server);
    admin = server.asAdmin();
  }, 60_000);
  afterAll(() => server?.close());

  const addressOf = (path: string): string => walk.addressOf(path);
  const isFurnished = (one: Asked): boolean => walk.isFurnished(one);
  const writing = (): Asked[] => walk.ofApi().filter(({ method }) => ['post', 'put', 'patch'].includes(method));
  /** A body, or a file, with these fields. */
  function sending(one: Asked, fields: Readonly<Record<string, string>>) {
    const sent = admin[one.method](addressOf(one.path)).set('If-Match', '"999"');
    if (!isUpload(one)) return sent.send(fields);
    return Object.entries(fields).reduce((form, [name, value]) => form.field(name, value), sent.attach('file', Buffer.from('a'), 'a.txt'));
  }

  describe('that reads', () => {
    it('answers what was furnished, and the same to HEAD without a body', async () => {
      const reading = walk.all.filter((one) => one.method === 'get' && isFurnished(one));
      expect(reading.length).toBeGreaterThan(50);
      const ready = ({ path }: Asked) => path !== '/health/ready';
      await expectOfEach(
        reading.filter(ready),
        ({ path }) => admin.get(addressOf(path)),
        ({ status }) => status,
        200,
      );
      await expectOfEach(
        reading.filter(ready),
        ({ path }) => admin.head(addressOf(path)),
        ({ status, text }) => [status, text ?? ''],
        [200, ''],
      );
    });

    it('answers in the language that is asked for, and refuses one that it does not speak', async () => {
      const reading = walk.ofApi().filter((one) => one.method === 'get' && isFurnished(one));
      await expectOfEach(
        reading,
        ({ path }) => admin.get(asking(addressOf(path), 'lang=en')),
        ({ status }) => status,
        200,
      );
      await expectOfEach(reading, ({ path }) => admin.get(asking(addressOf(path), 'lang=fr')), fault, [422, ['/lang not-one-of']]);
    });
  });

  describe('that lists', () => {
    const lists = (): Asked[] => walk.ofApi().filter((one) => hasParameter(one, 'cursor') && isFurnished(one));

    it.each([
      ['0', 'too-small'],
      ['501', 'too-great'],
      ['ten', 'wrong-type'],
      ['1.5', 'wrong-type'],
    ])('refuses limit=%s', (limit, code) =>
      expectOfEach(lists(), ({ path }) => admin.get(asking(addressOf(path), `limit=${limit}`)), fault, [422, [`/limit ${code}`]]),
    );

    it.each(['x', '!!!', cursorOf(), cursorOf({}), cursorOf([]), cursorOf('\0'), cursorOf('a', 'b', 'c', 'd', 'e', 'f')])(
      'refuses the cursor %j, naming it',
      (cursor) =>
        expectOfEach(
          lists(),
          ({ path }) => admin.get(asking(addressOf(path), `cursor=${encodeURIComponent(cursor)}`)),
          (answer) => [answer.status, answer.body.type, answer.body.errors?.[0]?.pointer],
          [400, '/problems/invalid-cursor', '/cursor'],
        ),
    );

    it.each([cursorOf(null), cursorOf('\ud800'), cursorOf(1e300, 'x'), cursorOf('9999-99-99T99:99Z', NOBODY), cursorOf(-1)])(
      'has no fault of its own with the made-up cursor %j',
      (cursor) =>
        expectOfEach(
          lists(),
          ({ path }) => admin.get(asking(addressOf(path), `cursor=${cursor}`)),
          ({ status }) => status === 200 || status === 400,
          true,
        ),
    );

    it('is read to its end by its Link headers: nothing twice, nothing left out', async () => {
      for (const { path } of lists()) {
        const whole = (await admin.get(asking(addressOf(path), 'limit=500')).expect(200)).body;
        const seen: unknown[] = [];
        let address: string | undefined = asking(addressOf(path), `limit=${Math.max(1, Math.ceil(whole.total / 4))}`);
        while (address !== undefined) {
          const { body, headers }: Response = await admin.get(address).expect(200);
          seen.push(...body.items);
          expect([path, body.total]).toEqual([path, whole.total]);
          address = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
          expect([path, address === undefined]).toEqual([path, body.next === null]);
        }
        expect([path, seen]).toEqual([path, whole.items]);
        expect([path, seen.length]).toEqual([path, whole.total]);
      }
    }, 60_000);
  });

  describe('refuses what it does not know', () => {
    it('in the query, naming it', () => {
      const { length } = walk.ofApi();
      expect(length).toBeGreaterThan(80);
      return expectOfEach(
        walk.ofApi(),
        ({ method, path }) => admin[method](asking(addressOf(path), 'colour=red')).set('If-Match', '"999"'),
        ({ status, body }) => [
          status,
          body.errors?.some((one: { pointer: string; code: string }) => one.pointer === '/colour' && one.code === 'unknown-property'),
        ],
        [422, true],
      );
    });

    it('in the body, naming it', () =>
      expectOfEach(
        writing(),
        (one) => sending(one, { colour: 'red' }),
        ({ status, body }) => [
          status,
          body.errors?.some((each: { pointer: string; code: string }) => each.pointer === '/colour' && each.code === 'unknown-property'),
        ],
        [422, true],
      ));
  });

  describe('that takes a body', () => {
    const sent = (one: Asked, type: string, body: string) =>
      admin[one.method](addressOf(one.path)).set('If-Match', '"999"').set('Content-Type', type).send(body);

    it.each([
      ['text', 'text/plain', 'text', 415, 'unsupported-media-type'],
      ['a form', 'application/x-www-form-urlencoded', 'a=b', 415, 'unsupported-media-type'],
      ['JSON in a character set that there is not', 'application/json; charset=x-strange', '{}', 415, 'unsupported-media-type'],
      ['malformed JSON', 'application/json', '{"a":', 400, 'malformed-json'],
      ['over 1 MB', 'application/json', JSON.stringify({ a: 'x'.repeat(1_100_000) }), 413, 'too-large'],
      ['NUL', 'application/json', '{"a":"\\u0000"}', 422, 'invalid'],
    ])('refuses %s', (_, type, body, status, code) =>
      expectOfEach(writing(), (one) => sent(one, type, body), problem, refusal(status, code)),
    );

    it('refuses a list where an object belongs, but a file', () =>
      expectOfEach(
        writing().filter((one) => one.operation.requestBody && !isUpload(one)),
        (one) => sent(one, 'application/json', '[]'),
        fault,
        [422, [' wrong-type']],
      ));
  });

  describe('that changes what is there', () => {
    const changing = (): Asked[] => walk.ofApi().filter((one) => hasParameter(one, 'If-Match', true));
    const replacing = (): Asked[] => walk.ofApi().filter((one) => hasParameter(one, 'If-Match', false) && isFurnished(one));

    it('needs to know the version that it is based on', () => {
      const methods = new Set(changing().map(({ method }) => method));
      expect([...methods].sort()).toEqual(['delete', 'patch', 'post']);
      return expectOfEach(changing(), (one) => walk.changed(admin, one), problem, refusal(428, 'if-match-required'));
    });

    it('takes "*" for no version', () =>
      expectOfEach(changing(), (one) => walk.changed(admin, one, '*'), problem, refusal(428, 'if-match-required')));

    it('refuses what is no tag', () =>
      expectOfEach(changing(), (one) => walk.changed(admin, one, '999'), problem, refusal(400, 'bad-request')));

    it.each(['"999"', 'W/"1"', '"abc"'])('refuses the version %s that it is not', (version) =>
      expectOfEach(changing().filter(isFurnished), (one) => walk.changed(admin, one, version), problem, refusal(412, 'stale')),
    );

    it('refuses to replace what exists, without its version or with another', async () => {
      for (const one of replacing())
        expect([one.path, [200, 428]]).toContainEqual(expect.arrayContaining([(await walk.changed(admin, one)).status]));
      await expectOfEach(replacing(), (one) => walk.changed(admin, one), problem, refusal(428, 'if-match-required'));
      await expectOfEach(replacing(), (one) => walk.changed(admin, one, '"999"'), problem, refusal(412, 'stale'));
    });

    it('describes If-Match at every PATCH, PUT and DELETE', () => {
      const without = walk.ofApi().filter((one) => ['patch', 'put', 'delete'].includes(one.method) && !hasParameter(one, 'If-Match'));
      expect(without.map(({ path }) => path)).toEqual([]);
    });
  });

  describe('that is a POST with an Idempotency-Key', () => {
    const posts = (): Asked[] => walk.ofApi().filter(({ method }) => method === 'post');
    const keyed = (one: Asked, key: string, fields: Readonly<Record<string, string>>) => sending(one, fields).set('Idempotency-Key', key);

    it('gives the same answer to the same request, and says so', async () => {
      for (const one of posts()) {
        const first = await keyed(one, `same ${one.path}`, { colour: 'red' });
        const again = await keyed(one, `same ${one.path}`, { colour: 'red' });
        expect([one.path, again.status, again.body, again.headers['idempotent-replayed']]).toEqual([
          one.path,
          first.status,
          first.body,
          'true',
        ]);
      }
    });

    it('refuses the key for another body', () =>
      expectOfEach(posts(), (one) => keyed(one, `same ${one.path}`, { colour: 'blue' }), problem, refusal(422, 'idempotency-key-reused')));

    it('refuses what is no key', () =>
      expectOfEach(posts(), (one) => keyed(one, 'x'.repeat(256), { colour: 'red' }), problem, refusal(400, 'bad-request')));
  });
});
