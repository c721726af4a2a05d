import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startTestServer, type TestServer } from '../support/server.js';

describe('/docs in a real browser, under the policy that every page has', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  /** What the console says, and which requests the policy or the server refused. */
  const said: string[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    browser = await openBrowser();
    // not readerOf: that one sets the policy aside for axe
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('requestfailed', (request) => said.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (response) => {
      if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(`${server.url}/docs`);
    await page.locator('.opblock').first().waitFor();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('shows every operation under its tag, with nothing said in the console', async () => {
    const { paths } = (await server.http.get('/openapi.json').expect(200)).body as { paths: Record<string, object> };
    const described = Object.values(paths).reduce((sum, item) => sum + Object.keys(item).length, 0);
    expect(await page.locator('.opblock').count()).toBe(described);
    expect(said).toEqual([]);
  }, 60_000);

  it('opens an operation with its refusals, and asks the server when told to', async () => {
    const operation = page.locator('#operations-calls-calls_list');
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('tr.response[data-code="422"]').waitFor();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const answer = operation.locator('.live-responses-table .response-col_status');
    await answer.first().waitFor();
    expect(await answer.allTextContents()).toContain('200');
    expect(said).toEqual([]);
  }, 60_000);

  it('would be told of a violation', async () => {
    const told = page.waitForEvent('console');
    await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">inline</p>')");
    expect((await told).text()).toMatch(/Content Security Policy/);
  }, 60_000);
});
