import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, type Look, openBrowser, overflow, readerOf } from '../support/browser.js';
import { DUEREN, furnish } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 390, scheme: 'dark', language: 'en' },
];
const CLERK = { email: 'clerk@dueren.example', password: 'a-password-of-a-clerk' };

describe('pages in a real browser', () => {
  let server: TestServer;
  let browser: Browser;
  let call: { id: string; programId: string };
  let convoy: { id: string };

  async function publish(body: object): Promise<{ id: string; programId: string }> {
    const { id } = (await server.asAdmin().post('/api/v1/calls').send(body).expect(201)).body;
    return (await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200)).body;
  }

  async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
    await page.goto(`${server.url}/sign-in`);
    await page.fill('input[name=email]', email);
    await page.fill('input[name=password]', password);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL(`${server.url}/`);
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-27T09:00:00+02:00' });
    await furnish(server);
    const person = { ...CLERK, name: 'Bea Lennartz', language: 'de', roles: ['staff'], authorities: [DUEREN] };
    await server.asAdmin().post('/api/v1/people').send(person).expect(201);
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const first = await publish(roundOne(program.id));
    call = await publish(roundTwo(program.id, first.id));
    convoy = await publish({ ...roundOne(program.id), round: '3', rule: { jointApplication: { members: { atLeast: 3 } } } });
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  describe.each(LOOKS)('at $width px, $scheme', (look) => {
    it('are accessible, fit the screen and keep quiet', async () => {
      const reader = await readerOf(browser, look);
      const page = await reader.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await signIn(page, CLERK);
      const ofCalls = [
        `/programs/${call.programId}`,
        `/calls/${call.id}`,
        `/calls/${call.id}/authorities`,
        `/calls/${convoy.id}/partners?with=DE:05358024`,
      ];
      const paths = [
        '/',
        '/calls',
        ...ofCalls,
        '/watch-list',
        '/authority',
        '/near-misses',
        '/mergers?with=DE:05358024',
        '/calendar',
        '/reminders',
        '/reminders/absence',
        '/reminders/addresses',
        '/open-data',
      ];
      for (const path of paths) {
        await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${look.language ?? 'de'}`);
        expect([path, await overflow(page)]).toEqual([path, 0]);
        expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
        expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
      }
      expect(said).toEqual([]);
      await reader.close();
    }, 120_000);
  });

  it('fit at 320 px', async () => {
    const reader = await readerOf(browser, { width: 320, scheme: 'light' });
    const page = await reader.newPage();
    const fits = async (path: string) => {
      await page.goto(server.url + path);
      expect([path, await overflow(page)]).toEqual([path, 0]);
    };
    for (const path of ['/sign-in', '/calls', `/calls/${call.id}`]) await fits(path);
    await signIn(page, CLERK);
    await fits(`/calls/${convoy.id}/partners?with=DE:05358024`);
    await page.goto(`${server.url}/reminders`);
    await page.fill('input[name=otherLeads]', 'x'.repeat(120));
    await page.locator('main form button[type=submit]').first().click();
    await page.locator('.kern-error').waitFor();
    expect(await overflow(page)).toBe(0);
    await reader.close();
  });

  it('let a clerk sign in, see that Düren may apply and why, and subscribe, without JavaScript', async () => {
    const reader = await readerOf(browser, { width: 1280, scheme: 'light', javaScript: false });
    const page = await reader.newPage();
    await signIn(page, CLERK);
    await page.getByRole('link', { name: 'Modellkommune E-Government, 2. Runde' }).first().click();
    expect(await page.locator('.ft-verdict-line').textContent()).toContain('93.207');
    await page.getByRole('link', { name: 'Frist abonnieren' }).click();
    await page.locator('main form[method=post] button[type=submit]').first().click();
    const address = await page.locator('input[readonly]').inputValue();
    expect(address).toMatch(/\/feeds\/[A-Za-z0-9_-]{43}\/dueren\.ics$/);
    const ics = await (await fetch(address)).text();
    expect(ics).toContain('DTSTART;VALUE=DATE:20140725');
    await reader.close();
  });

  it('keep a visitor out of what is for staff, and bring them back after signing in', async () => {
    const reader = await readerOf(browser, { width: 1280, scheme: 'light' });
    const page = await reader.newPage();
    await page.goto(`${server.url}/calendar`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.fill('input[name=email]', CLERK.email);
    await page.fill('input[name=password]', CLERK.password);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL(`${server.url}/calendar`);
    await reader.close();
  });

  it('the page of a call carries its data for search engines, and the content security policy lets it stand', async () => {
    const reader = await browser.newContext({ locale: 'de-DE' });
    const page = await reader.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${server.url}/calls/${call.id}`);
    const json = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(json!)).toMatchObject({ '@type': 'GovernmentService', url: `${server.url}/calls/${call.id}` });
    expect(said).toEqual([]);
    await reader.close();
  });
});
