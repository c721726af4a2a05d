import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, type Look, openBrowser, overflow, readerOf } from '../support/browser.js';
import { furnish } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light' },
  { width: 390, scheme: 'dark', language: 'en' },
];
/** Every kind of condition, deeply nested. */
const NESTED = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality', 'commune_deleguee'] } }, { population: { atMost: 300_000, asOf: '2012-12-31' } }] },
    {
      not: {
        allOf: [{ anyOf: [{ not: { authority: { in: ['DE:05358008'] } } }, { fact: { name: 'degurba', is: '3' } }] }],
        source: { quote: 'Nicht antragsberechtigt sind …', url: 'https://www.bmi.bund.de/' },
      },
    },
    {
      jointApplication: {
        members: { atLeast: 2 },
        eachMember: { allOf: [{ territory: { in: ['DE-05', 'named:rural'] } }, { not: { allOf: [{ population: { lessThan: 5 } }] } }] },
        lead: { applicantType: { in: ['county'] } },
        whole: { fact: { name: 'countries>=2', is: true } },
      },
    },
  ],
};
const UNFOLD = 'document.querySelectorAll("main details").forEach((fold) => { fold.open = true })';
const EDITOR = { email: 'eda@house.example', password: 'a-password-of-an-editor' };

describe('the editor’s pages in a real browser', () => {
  let server: TestServer;
  let browser: Browser;
  let programId: string;
  let draftId: string;
  let publishedId: string;
  let nestedId: string;
  let amendment: string;

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
    const admin = server.asAdmin();
    const person = { ...EDITOR, name: 'Eda Hartwig', language: 'de', roles: ['editor'], authorities: [] };
    await admin.post('/api/v1/people').send(person).expect(201);
    programId = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    const published = (await admin.post('/api/v1/calls').send(roundOne(programId)).expect(201)).body;
    publishedId = published.id;
    amendment = `/editor/calls/${publishedId}/deadlines/${published.deadlines[0].id}/amendment`;
    await admin.post(`/api/v1/calls/${publishedId}/publication`).set('If-Match', '"1"').expect(200);
    draftId = (await admin.post('/api/v1/calls').send(roundTwo(programId, publishedId)).expect(201)).body.id;
    nestedId = (
      await admin
        .post('/api/v1/calls')
        .send({ ...roundTwo(programId, publishedId), round: '3', rule: NESTED })
        .expect(201)
    ).body.id;
    browser = await openBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  describe.each(LOOKS)('at $width px, $scheme', (look) => {
    it('are accessible, fit the screen and keep quiet, faulty forms too', async () => {
      const reader = await readerOf(browser, look);
      const page = await reader.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await signIn(page);
      const check = async (name: string) => {
        expect([name, await overflow(page)]).toEqual([name, 0]);
        expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
        expect([name, await page.locator('h1').count()]).toEqual([name, 1]);
      };
      const paths = [
        '/editor',
        '/editor/programs/new',
        `/editor/programs/${programId}`,
        '/editor/calls/new',
        `/editor/calls/${draftId}`,
        `/editor/calls/${publishedId}`,
        `/editor/calls/${nestedId}`,
        `/editor/calls/${draftId}/review`,
        `/calls/${publishedId}`,
        amendment,
      ];
      for (const path of paths) {
        await page.goto(`${server.url}${path}?lang=${look.language ?? 'de'}`);
        await check(path);
      }
      await page.goto(`${server.url}/editor/calls/${draftId}`);
      await page.fill('[name="deadlines.0.time"]', '24:00');
      await page.fill('[name="award.count"]', 'five');
      await page.locator('main button[name=do][value=save]:visible').last().click();
      await page.locator('.ft-errors').waitFor();
      await check('a form with faults');
      expect(await page.evaluate('document.activeElement.className')).toBe('ft-errors');
      await page.goto(`${server.url}/editor/calls/${nestedId}`);
      await page.evaluate(UNFOLD);
      await check('a nested rule, all unfolded');
      await page.fill('[name="rule.anyOf.0.allOf.1.population.atMost"]', 'five');
      await page.fill('[name="rule.anyOf.1.not.allOf.0.anyOf.1.fact.name"]', 'degurba');
      await page.locator('main button[name=do][value=save]:visible').last().click();
      await page.locator('.ft-errors').waitFor();
      await check('a nested rule with faults');
      await page.goto(`${server.url}/editor/calls/${draftId}/review`);
      await page.locator('main form button[type=submit]').click();
      await page.locator('.ft-errors').waitFor();
      await check('a review without answers');
      await page.goto(server.url + amendment);
      await page.fill('[name="deadlines.0.closes"]', '15.12.2013');
      await page.locator('main button[value=preview]').click();
      await page.locator('main button[value=amend]').waitFor();
      await check('an amendment with its preview');
      // a browser says of an answer of 422 that a resource failed to load
      expect(said.filter((text) => !text.includes('422'))).toEqual([]);
      await reader.close();
    }, 120_000);
  });

  it('fit at 320 px', async () => {
    const reader = await readerOf(browser, { width: 320, scheme: 'light' });
    const page = await reader.newPage();
    await signIn(page);
    for (const path of [
      '/editor',
      `/editor/programs/${programId}`,
      `/editor/calls/${draftId}`,
      `/editor/calls/${draftId}/review`,
      `/editor/calls/${nestedId}`,
    ]) {
      await page.goto(server.url + path);
      await page.evaluate(UNFOLD);
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
    // the last one is the nested rule, unfolded
    expect(await accessibilityFaults(page)).toEqual([]);
    await reader.close();
  });

  it('let an editor nest a rule by keyboard and without JavaScript, and come back to the place of each step', async () => {
    const reader = await readerOf(browser, { width: 390, scheme: 'light', javaScript: false });
    const page = await reader.newPage();
    await signIn(page);
    await page.goto(`${server.url}/editor/calls/new`);
    page.setDefaultTimeout(8_000);
    const press = async (action: string, id: string) => {
      await page.locator(`button[value="${action}"]`).press('Enter');
      await page.waitForURL(`**#${id}`);
      // in sight: a page that comes back begins where the editor was
      expect([id, (await page.locator(`#${id}`).boundingBox())!.y < 900]).toEqual([id, true]);
    };
    await page.locator('[name="ways.0.types"][value=municipality]').press('Space');
    await press('to-nested', 'rule');
    await page.locator('summary', { hasText: 'In eine Gruppe setzen' }).press('Enter');
    await press('nested-wrap-allOf:rule', 'f-rule');
    await page.locator('[name="rule.add"]').selectOption('jointApplication');
    await press('nested-add:rule', 'f-rule-allOf-1');
    await page.locator('[name="rule.allOf.1.add"]').selectOption('population');
    await press('nested-add-eachMember:rule.allOf.1', 'f-rule-allOf-1-jointApplication-eachMember');
    await page.locator('[name="rule.allOf.1.jointApplication.eachMember.population.atMost"]').fill('5.000');
    await press('nested-up:rule.allOf.1', 'f-rule-allOf-0');
    expect(await page.locator('[name="rule.allOf.0.jointApplication.eachMember.population.atMost"]').inputValue()).toBe('5.000');
    expect(await page.locator('[name="rule.allOf.1.applicantType.in"][value=municipality]').isChecked()).toBe(true);
    await press('nested-remove:rule.allOf.0.jointApplication.eachMember', 'f-rule-allOf-0');
    expect(await page.locator('[name="rule.allOf.0.jointApplication.eachMember.kind"]').count()).toBe(0);
    await reader.close();
  }, 60_000);

  it('let an editor enter the call of 2014 and publish it, by keyboard and without JavaScript', async () => {
    const reader = await readerOf(browser, { width: 1280, scheme: 'light', javaScript: false });
    const page = await reader.newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
    const type = (label: string, text: string) => page.getByLabel(label).first().fill(text);
    const tick = (way: number, kind: string) => page.locator(`[name="ways.${way}.types"][value=${kind}]`).press('Space');
    await signIn(page);
    await page.goto(`${server.url}/editor`);
    await page.getByRole('link', { name: 'Programm anlegen' }).first().press('Enter');
    await type('Name, deutsch', 'Modellkommune Zwei');
    await page.locator('[name="partners.0.name"]').fill('Bundesministerium des Innern');
    await press('Partner hinzufügen');
    expect(await page.locator('[name="partners.0.name"]').inputValue()).toBe('Bundesministerium des Innern');
    await page.locator('[name="partners.1.name"]').fill('Deutscher Städtetag');
    await press('Programm speichern');
    await page.getByText('Gespeichert.').waitFor();

    await page.getByRole('link', { name: 'Runde anlegen' }).press('Enter');
    await page.locator('[name=round]').fill('2');
    await tick(0, 'municipality');
    await page.locator('[name="ways.0.populationAtMost"]').fill('300.000');
    await press('Weg hinzufügen');
    expect(new URL(page.url()).hash).toBe('#f-ways-1-types');
    // in sight: a page that comes back begins where the editor was
    expect((await page.locator('#f-ways-1-types').boundingBox())!.y).toBeLessThan(900);
    expect(await page.locator('[name="ways.0.populationAtMost"]').inputValue()).toBe('300.000');
    await tick(1, 'county');
    await page.locator('[name="deadlines.0.closes"]').fill('25.7.14');
    await page.locator('[name="deadlines.0.time"]').fill('24:00');
    await page.locator('[name="award.amountEach"]').fill('60.000');
    await press('Neu rechnen');
    expect(await page.locator('#f-deadlines-0-time-error').textContent()).toContain('24:00');
    await page.locator('[name="deadlines.0.time"]').fill('');
    // Enter in a field saves
    await page.locator('[name=round]').press('Enter');
    await page.getByText('Gespeichert.').waitFor();
    expect(await page.locator('.ft-panel').first().textContent()).toMatch(/\d+ von \d+ passen/);
    const id = /calls\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    expect((await fetch(`${server.url}/api/v1/calls/${id}`)).status).toBe(404);

    await press('Speichern und prüfen');
    expect(await page.locator('main').textContent()).toContain('bis Freitag, 25.\u00a0Juli 2014');
    for (const bound of await page.locator('input[name$=".confirmed"]').all()) await bound.press('Space');
    for (const answer of await page.locator('input[name$=".note"]').all()) await answer.fill('Ja, so steht es in der Bekanntmachung.');
    await press('Veröffentlichen');
    await page.waitForURL(`${server.url}/calls/${id}`);
    expect(await page.locator('h1').textContent()).toContain('Modellkommune Zwei, 2.\u00a0Runde');
    const stored = (await (await fetch(`${server.url}/api/v1/calls/${id}`)).json()) as Record<string, unknown>;
    expect(stored).toMatchObject({
      state: 'published',
      deadlines: [{ schedule: { kind: 'fixed', closes: { date: '2014-07-25' } } }],
      award: { amountEach: { amount: '60000.00', currency: 'EUR' } },
    });

    await page.locator('summary', { hasText: 'Zurückziehen' }).press('Enter');
    await page.getByLabel('Warum wird der Aufruf zurückgezogen?').fill('Nur ein Versuch');
    await press('Zurückziehen');
    expect(await page.locator('main').textContent()).toContain('Grund: Nur ein Versuch');
    await reader.close();
  }, 60_000);
});
