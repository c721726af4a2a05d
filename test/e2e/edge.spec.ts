import { Readiness } from '../../apps/server/src/health/readiness.js';
import { CONTROLLERS } from '../../apps/server/src/rooms.js';
import { happened, NotesController } from '../support/notes.controller.js';
import { startTestServer, type TestServer } from '../support/server.js';

describe('what the edge does for every request', () => {
  let server: TestServer;
  const get = (path: string, accept = 'application/json') => server.http.get(path).set('Accept', accept);
  const page = (path: string) => get(path, 'text/html,application/xhtml+xml,*/*;q=0.8');

  beforeAll(async () => {
    CONTROLLERS.push(NotesController);
    server = await startTestServer({ prepare: (app) => app.useLogger(false) });
  });
  afterAll(() => server?.close());

  describe('security', () => {
    it('lets pages load nothing from elsewhere and nothing inline, and forces no TLS on a plain installation', async () => {
      const { headers } = await page('/docs').expect(200);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';style-src 'self';font-src 'self';img-src 'self' data:;script-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
      );
      expect(headers).toMatchObject({
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
      });
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('etag');
    });

    it('compresses answers, but no calendar', async () => {
      expect((await get('/api/v1/notes/one/1').set('Accept-Encoding', 'gzip')).headers['content-encoding']).toBe('gzip');
      const calendar = await get('/api/v1/notes/calendar', '*/*').set('Accept-Encoding', 'gzip');
      expect(calendar.headers).not.toHaveProperty('content-encoding');
    });

    it.each([
      '/assets/foerdertakt.css',
      '/assets/docs.js',
      '/assets/kern/kern.min.css',
      '/assets/kern/fonts/fira-sans.css',
      '/assets/swagger/swagger-ui-bundle.js',
    ])('serves %s to be kept', async (path) => {
      const { headers } = await get(path, '*/*').expect(200);
      expect(headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    });
  });

  describe('problems', () => {
    it('are problem+json for programs, in the language they accept', async () => {
      const german = await get('/api/v1/nowhere')
        .expect(404)
        .expect('Content-Type', /^application\/problem\+json/);
      expect(german.body).toEqual({
        type: '/problems/not-found',
        title: 'Das gibt es hier nicht.',
        status: 404,
        detail: 'Das gibt es hier nicht.',
        errors: [],
      });
      const english = await get('/api/v1/nowhere').set('Accept-Language', 'en-GB,de;q=0.5');
      expect(english.body.title).toBe('There is nothing here.');
      expect(english.headers).toMatchObject({ 'content-language': 'en', 'cache-control': 'no-store' });
    });

    it('are pages for people, but never under /api', async () => {
      const { text } = await page('/nowhere').expect(404).expect('Content-Type', /html/);
      expect(text).toContain('<h1>Das gibt es hier nicht.</h1>');
      await page('/api/v1/nowhere')
        .expect(404)
        .expect('Content-Type', /problem\+json/);
    });

    it.each([
      ['malformed JSON', 'application/json', '{"text":', 400, 'malformed-json'],
      ['a body of over 1 MB', 'application/json', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413, 'too-large'],
      ['a body in another format', 'text/plain', 'text', 415, 'unsupported-media-type'],
      ['a form', 'application/x-www-form-urlencoded', 'text=x', 415, 'unsupported-media-type'],
      ['an unknown character set', 'application/json; charset=x-strange', '{}', 415, 'unsupported-media-type'],
      ['an unknown property', 'application/json', '{"text":"a","colour":"red"}', 422, 'invalid'],
      ['NUL', 'application/json', '{"text":"a\\u0000"}', 422, 'invalid'],
      [
        'a nesting that would break the stack',
        'application/json',
        `{"text":"a","rule":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
        422,
        'invalid',
      ],
    ])('refuse %s', async (_, type, body, status, code) => {
      const sent = server.asAdmin().post('/api/v1/notes').set('Content-Type', type).set('Idempotency-Key', `${code} ${body.length}`);
      const answer = await sent.send(body).expect(status);
      expect(answer.body.type).toBe(`/problems/${code}`);
    });

    it('name the place of each fault', async () => {
      const { body } = await get('/api/v1/notes?limit=501&colour=red').set('Accept-Language', 'en').expect(422);
      expect(body.errors).toEqual([
        { pointer: '/colour', code: 'unknown-property', detail: 'This is not known here.' },
        { pointer: '/limit', code: 'too-great', detail: 'The number may be at most 500.' },
      ]);
    });

    it('refuse addresses that cannot be meant', async () => {
      await get('/api/v1/notes/one/a%00b').expect(400);
      await get('/api/v1/notes/one/%E0%A4%A').expect(400);
    });

    it('say nothing about a fault of ours but where the log has it', async () => {
      happened.crash = true;
      const { body } = await server.asAdmin().post('/api/v1/notes').send({ text: 'a' }).expect(500);
      happened.crash = false;
      expect(body).toMatchObject({ type: '/problems/internal', instance: expect.stringMatching(/^urn:uuid:/), errors: [] });
      expect(JSON.stringify(body)).not.toContain('hunter2');
    });

    it('ask to come back when the database is away', async () => {
      const { headers } = await get('/api/v1/notes/away').expect(503);
      expect(headers['retry-after']).toBe('30');
    });

    it('explain each code to whoever follows its type', async () => {
      expect((await page('/problems/stale?lang=en').expect(200)).text).toContain('Somebody else has saved in the meantime.');
      expect((await get('/problems/stale').expect(200)).body).toEqual({
        type: '/problems/stale',
        title: 'Inzwischen hat jemand anders gespeichert. Bitte laden Sie neu.',
        status: 412,
      });
      await get('/problems/toString').expect(404);
    });
  });

  describe('versions', () => {
    it('are the strong ETag of every resource, and never answered by 304: what is reckoned from the day changes without them', async () => {
      const { headers } = await get('/api/v1/notes/one/1').set('If-None-Match', '"3"').expect(200);
      expect(headers.etag).toBe('"3"');
    });

    it.each([
      [undefined, 428],
      ['*', 428],
      ['"6"', 412],
      ['W/"7"', 412],
      ['7', 400],
      ['"7"', 200],
    ])('are needed for a change: If-Match %s → %i', async (header, status) => {
      const request = server.asAdmin().patch('/api/v1/notes/1').send({ text: 'a' });
      const answer = await (header === undefined ? request : request.set('If-Match', header)).expect(status);
      if (status === 200) expect(answer.headers.etag).toBe('"8"');
    });
  });

  it('lists say in a header what `next` says', async () => {
    const { body, headers } = await get('/api/v1/notes?limit=1').expect(200);
    expect(body).toEqual({ items: [{ limit: 1 }], total: 2, next: 'the next/one' });
    expect(headers.link).toBe('</api/v1/notes?limit=1&cursor=the+next%2Fone>; rel="next"');
    const last = await get(/<(.*)>/.exec(headers.link!)![1]!).expect(200);
    expect(last.body).toMatchObject({ items: [{ limit: 1, cursor: 'the next/one' }], next: null });
    expect(last.headers).not.toHaveProperty('link');
  });

  it('a language that was chosen once is kept in a cookie', async () => {
    const browser = server.browser();
    const read = (path: string) => browser.get(path).set('Accept', 'text/html').set('Accept-Language', 'de');
    expect((await read('/nowhere')).text).toContain('<html lang="de">');
    const chosen = await read('/nowhere?lang=en');
    expect(chosen.text).toContain('<html lang="en">');
    expect(chosen.headers['set-cookie']).toEqual([
      expect.stringMatching(/^ft_lang=en; Max-Age=31536000; Path=\/; .*HttpOnly; SameSite=Lax$/),
    ]);
    expect((await read('/nowhere')).text).toContain('<html lang="en">');
  });

  describe('operation', () => {
    it('is ready when every check says so, and says which does not', async () => {
      await get('/health/live').expect(200, { live: true });
      expect((await get('/health/ready').expect(200)).body).toMatchObject({ ready: true, checks: { database: true, migrations: true } });
      let built = false;
      server.app.get(Readiness).register('test', () => built);
      expect((await get('/health/ready').expect(503)).body).toMatchObject({ ready: false, checks: { database: true, test: false } });
      built = true;
      await get('/health/ready').expect(200);
    });

    it('shows numbers by route, never by address, to this machine and to administrators', async () => {
      await get('/api/v1/notes/one/secret-token');
      const { text } = await get('/metrics', '*/*')
        .expect(200)
        .expect('Content-Type', /^text\/plain; version=0\.0\.4/);
      expect(text).toMatch(/http_requests_total\{method="GET",route="\/api\/v1\/notes\/one\/:id",status="2xx"\} \d+/);
      expect(text).not.toContain('secret-token');
      await get('/metrics').set('X-Forwarded-For', '192.0.2.1').expect(401);
      await server.asAdmin().get('/metrics').set('X-Forwarded-For', '192.0.2.1').expect(200);
    });
  });
});
