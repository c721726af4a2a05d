import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, type Look, openBrowser, overflow, readerOf } from '../support/browser.js';
import { furnish } from '../support/clerks.js';
import { startTestServer, type TestServer } from '../support/server.js';

const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 390, scheme: 'dark', language: 'en', javaScript: true },
];
const EDITOR = { email: 'eda@house.example', password: 'a-password-of-an-editor' };

describe('named territories in a real browser', () => {
  let server: TestServer;
  let browser: Browser;

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${server.url}/sign-in`);
    await page.fill('input[name=email]', EDITOR.email);
    await page.fill('input[name=password]', EDITOR.password);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL(`${server.url}/**`);
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    const person = { ...EDITOR, name: 'Eda', language: 'de', roles: ['editor'], authorities: [] };
    await server.asAdmin().post('/api/v1/people').send(person).expect(201);
    const set = { slug: 'nrw', title: { de: 'Nordrhein-Westfalen', en: 'North Rhine-Westphalia' }, source: 'Land', entries: ['DE-05'] };
    await server.asAdmin().post('/api/v1/named-territories').send(set).expect(201);
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  it.each(LOOKS)(
    'are kept in a form at $width px, $scheme',
    async (look) => {
      const reader = await readerOf(browser, look);
      const page = await reader.newPage();
      await signIn(page);
      const fits = async () => {
        expect([page.url(), await overflow(page)]).toEqual([page.url(), 0]);
        expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);
      };
      await page.goto(`${server.url}/editor/territories?lang=${look.language ?? 'de'}`);
      await fits();
      await page.locator('a[href="/editor/new-territory"]').first().click();
      await fits();
      await page.fill('[name="title.de"]', 'Ohne den Kreis');
      await page.fill('[name=slug]', `probe-${look.width}`);
      await page.fill('[name=source]', 'Probe');
      await page.fill('[name=entries]', '05358\nnirgends');
      await page.locator('button[value=save]').click();
      expect(await page.locator('.ft-errors').count()).toBe(1);
      await fits();
      await page.fill('[name=entries]', '05358');
      await page.check('[name=includes][value=nrw]');
      await page.locator('button[value=save]').click();
      await page.waitForURL(/saved=yes/);
      await fits();
      expect(await page.locator('#today').count()).toBe(1);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/territory-${look.width}.png`, fullPage: true });
      await reader.close();
    },
    60_000,
  );
});
