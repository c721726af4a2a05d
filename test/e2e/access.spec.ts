import type { Response } from 'supertest';
import { RouteInventory } from '../../apps/server/src/edge/access/route-inventory.js';
import { type Agent, startTestServer, TEST_ADMIN_EMAIL, TEST_ADMIN_PASSWORD, type TestServer } from '../support/server.js';

/** Contract §1: what may be had without signing in. */
const PUBLIC = [
  /^GET \/$/,
  /^GET \/api\/v1\/(programs|calls|authorities)(\/:\w+)?$/,
  /^GET \/api\/v1\/calls\/:\w+\/versions$/,
  /^GET \/calls(\/:\w+(\/authorities)?)?$/,
  /^(GET|HEAD|ALL) \/feeds\//,
  /^GET \/common-grants\/(opportunities(\/:id)?|competitions\/:id|schemas\/:name\.json)$/,
  /^POST \/common-grants\/opportunities\/search$/,
  /^GET \/open-data(\/|$)/,
  /^GET \/(robots\.txt|sitemap\.xml|opensearch\.xml)$/,
  /^GET \/programs\/:\w+$/,
  /^GET \/(openapi\.json|docs|metrics)$/,
  /^GET \/(health|problems)\//,
  /^(GET|POST) \/(sign-in|reminders\/stop(-digest)?\/:\w+)$/,
  /^(GET|POST) \/addresses\/verification\/:\w+$/,
  /^POST \/(sign-out|unsubscribe\/:\w+)$/,
];
const SOME_ID = '01900000-0000-7000-8000-0000000000aa';

const cookiesOf = (response: Response): string[] => [response.headers['set-cookie'] ?? []].flat();
const csrfOf = (response: Response): string => /name="_csrf" value="([^"]+)"/.exec(response.text)?.[1] ?? '';

describe('access', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.close());

  async function signIn(agent: Agent, fields: Record<string, string> = {}): Promise<Response> {
    const form = await agent.get('/sign-in');
    const body = { email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD, _csrf: csrfOf(form), ...fields };
    return agent.post('/sign-in').type('form').send(body);
  }

  const routes = () => server.app.get(RouteInventory, { strict: false }).routes();

  describe('every route', () => {
    it('names who may', () => {
      expect(routes().length).toBeGreaterThan(8);
      expect(routes().filter((route) => !route.who?.length)).toEqual([]);
    });

    it('is open to everyone only where the contract says so', () => {
      const open = routes().filter((route) => route.who!.includes('everyone'));
      expect(open.map(({ method, path }) => `${method} ${path}`).filter((route) => !PUBLIC.some((known) => known.test(route)))).toEqual([]);
    });

    it('else answers 401 to nobody, and leads to the form where it is a page', async () => {
      const closed = routes().filter((route) => !route.who!.includes('everyone'));
      for (const { method, path } of closed) {
        const address = path.replace(/:\w+/g, SOME_ID);
        const answer = await server.http[method.toLowerCase() as 'get'](address).set(
          'Accept',
          path.startsWith('/api/') ? '*/*' : 'text/html',
        );
        const isPage = !path.startsWith('/api/');
        expect([method, path, answer.status]).toEqual([method, path, isPage ? 303 : 401]);
        if (!isPage) continue;
        // what a form had sent is not sent again, so there is nothing to come back to
        expect(answer.headers.location).toBe(method === 'GET' ? `/sign-in?next=${encodeURIComponent(address)}` : '/sign-in');
      }
    });
  });

  describe('an API token', () => {
    it('that is none is refused, on public routes too, even with a good cookie beside it', async () => {
      const browser = server.browser();
      await signIn(browser);
      const answer = await browser.get('/openapi.json').set('Authorization', `Bearer ${'x'.repeat(40)}`);
      expect([answer.status, answer.body.type]).toEqual([401, '/problems/unauthenticated']);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      expect((await browser.get('/openapi.json')).status).toBe(200);
    });

    it('needs no form’s token', async () => {
      const created = await server
        .asAdmin()
        .post('/api/v1/people')
        .send({ email: 'a@b.example', name: 'A', language: 'de', roles: [], authorities: [] });
      expect(created.status).toBe(201);
    });
  });

  describe('signing in', () => {
    it('sets a cookie that no script and no other site gets, and goes on where one wanted to', async () => {
      const answer = await signIn(server.browser(), { next: '/calls?status=open' });
      expect([answer.status, answer.headers.location]).toEqual([303, '/calls?status=open']);
      const cookie = cookiesOf(answer).find((one) => one.startsWith('ft_session='))!;
      expect(cookie).toMatch(/^ft_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    });

    it.each(['https://evil.example', '//evil.example', '/\\evil.example'])('never goes on to %s', async (next) => {
      expect((await signIn(server.browser(), { next })).headers.location).toBe('/');
      expect((await server.http.get('/sign-in').query({ next })).text).not.toContain('name="next"');
    });

    it('with a wrong password shows the form again, without the password', async () => {
      const answer = await signIn(server.browser(), { password: 'falsch-falsch' });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('E-Mail-Adresse oder Passwort stimmt nicht.');
      expect(answer.text).toContain(`value="${TEST_ADMIN_EMAIL}"`);
      expect(answer.text).not.toContain('falsch-falsch');
    });

    it('makes a new session whatever cookie came, and ends the one before', async () => {
      const browser = server.browser();
      const planted = 'p'.repeat(43);
      const form = await browser.get('/sign-in').set('Cookie', `ft_session=${planted}`);
      const first = await signIn(browser, { _csrf: csrfOf(form) });
      const token = /ft_session=([\w-]+)/.exec(cookiesOf(first).join())![1]!;
      expect(token).not.toBe(planted);
      const people = (session: string) => server.http.get('/api/v1/people').set('Cookie', `ft_session=${session}`);
      expect((await people(planted)).status).toBe(401);
      expect((await people(token)).status).toBe(200);
      const page = await server.http.get('/problems/stale').set('Accept', 'text/html').set('Cookie', `ft_session=${token}`);
      const again = await server.http
        .post('/sign-in')
        .set('Cookie', `ft_session=${token}`)
        .type('form')
        .send({ email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD, _csrf: csrfOf(page) });
      expect(again.status).toBe(303);
      expect((await people(token)).status).toBe(401);
    });

    it('too often says when to come again', async () => {
      const browser = server.browser();
      for (let tries = 0; tries < 10; tries += 1) await signIn(browser, { email: 'x@y.example' });
      const answer = await signIn(browser, { email: 'x@y.example' });
      expect([answer.status, answer.headers['retry-after']]).toEqual([429, '900']);
      expect(answer.text).toContain('Zu viele Versuche');
    });

    it('ends by signing out', async () => {
      const browser = server.browser();
      await signIn(browser);
      const page = await browser.get('/problems/stale').set('Accept', 'text/html');
      const out = await browser
        .post('/sign-out')
        .type('form')
        .send({ _csrf: csrfOf(page) });
      expect([out.status, out.headers.location]).toEqual([303, '/calls']);
      expect((await browser.get('/api/v1/people')).status).toBe(401);
    });

    it('is over after twelve hours', async () => {
      const browser = server.browser();
      await signIn(browser);
      expect((await browser.get('/api/v1/people')).status).toBe(200);
      server.clock.advance({ hours: 12 });
      expect((await browser.get('/api/v1/people')).status).toBe(401);
    });
  });

  describe('a forged request', () => {
    const signedIn = async () => {
      const browser = server.browser();
      await signIn(browser);
      const csrf = csrfOf(await browser.get('/problems/stale').set('Accept', 'text/html'));
      return { browser, csrf };
    };
    const person = (email: string) => ({ email, name: 'F', language: 'de', roles: [], authorities: [] });

    it('to sign in, without the token of the form, is refused', async () => {
      const body = { email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD };
      expect((await server.http.post('/sign-in').type('form').send(body)).status).toBe(403);
      expect((await signIn(server.browser(), { _csrf: 'wrong' })).status).toBe(403);
    });

    it('to sign in, with the token of another visitor, is refused', async () => {
      const others = csrfOf(await server.http.get('/sign-in'));
      expect(others).not.toBe('');
      expect((await signIn(server.browser(), { _csrf: others })).status).toBe(403);
    });

    it('by form with somebody’s session is refused, and the session goes on', async () => {
      const { browser } = await signedIn();
      const out = await browser.post('/sign-out').type('form').send({});
      expect(out.status).toBe(403);
      expect((await browser.get('/api/v1/people')).status).toBe(200);
    });

    it('by JSON with somebody’s session is refused; with the header it is no forgery', async () => {
      const { browser, csrf } = await signedIn();
      const refused = await browser.post('/api/v1/people').send(person('forged@x.example'));
      expect([refused.status, refused.body.type]).toEqual([403, '/problems/csrf-failed']);
      expect((await browser.post('/api/v1/people').set('X-CSRF-Token', csrf).send(person('meant@x.example'))).status).toBe(201);
    });

    it('from another site is refused whatever it knows', async () => {
      const { browser, csrf } = await signedIn();
      const send = (site: string) =>
        browser
          .post('/api/v1/people')
          .set('X-CSRF-Token', csrf)
          .set('Sec-Fetch-Site', site)
          .send(person(`${site}@x.example`));
      expect((await send('cross-site')).status).toBe(403);
      expect((await send('same-origin')).status).toBe(201);
    });
  });
});
