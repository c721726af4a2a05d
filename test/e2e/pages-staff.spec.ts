import { type Clerk, csrfOf, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { publishVillageShop } from '../support/village-shop.js';

/** A Monday, a week before the call closes. */
const NOW = '2026-11-23T10:00:00Z';
const FACT = 'ruralCatchmentProven';

describe('the pages of staff', () => {
  let server: TestServer;
  let dueren: Clerk;
  let juelich: Clerk;
  let editor: Clerk;
  let callId: string;

  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
    await furnish(server);
    callId = await publishVillageShop(server);
    dueren = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    juelich = await signedIn(server, { email: 'ben@juelich.example', authorities: [JUELICH], language: 'en' });
    editor = await signedIn(server, { email: 'eda@house.example', roles: ['editor'] });
  }, 60_000);
  afterAll(() => server?.close());

  const look = (clerk: Clerk, path: string, status = 200) => clerk.browser.get(path).set('Accept', 'text/html').expect(status);
  const rows = async (sql: string, values: unknown[] = []) => (await server.database.sql(sql, values)) as Record<string, unknown>[];
  /** How often anything was changed: each change leaves an entry. */
  const changes = async () => Number((await rows('select count(*)::int as n from audit_entry'))[0]!.n);

  describe('the authority', () => {
    it('shows what follows from what is known, with the reason and the whole rule', async () => {
      const page = await look(dueren, '/authority');
      const words = wordsOf(page);
      expect(words).toContain('Kreisangehörige Stadt, Kreis Düren, Nordrhein-Westfalen');
      expect(words).toContain('Dorfladen für alle, Runde 2026/27');
      expect(words).toContain('Es fehlt: ländliches Einzugsgebiet nachgewiesen');
      expect(words).toContain('Weg 1:');
      expect(words).toContain('klärt 1 Aufruf');
      expect(words).toContain('Es gilt der Text des Fördergebers.');
      expect(words).toContain('93.207 31. Dezember 2022 © Statistisches Bundesamt');
      expect(page.text).toContain(`href="/calls/${callId}"`);
    });

    it('speaks English to who reads English', async () => {
      const words = wordsOf(await look(juelich, '/authority'));
      expect(words).toContain('Village shop for everybody, round 2026/27');
      expect(words).toContain('Missing: rural catchment area proven');
      expect(words).toContain('clears up 1 call');
    });

    it('is nobody else’s: staff get 404, editors and administrators read', async () => {
      await look(juelich, `/authority?key=${DUEREN}`, 404);
      const page = await look(editor, `/authority?key=${DUEREN}`);
      expect(wordsOf(page)).toContain('Düren');
      expect(page.text).not.toContain('action="/authority/facts"');
      await look(editor, '/authority', 404);
      await look(editor, '/authority?key=DE:99999999', 404);
    });

    it('takes a fact, and the outcome follows at once', async () => {
      const before = wordsOf(await look(dueren, '/authority'));
      expect(before).toMatch(/1 unklar/);
      const sent = { key: DUEREN, name: FACT, value: 'true', source: 'Fachamt, Herr Aksoy' };
      const answer = await submit(dueren.browser, '/authority', '/authority/facts', sent);
      expect([answer.status, answer.headers.location]).toEqual([303, '/authority?saved=yes']);
      const after = wordsOf(await look(dueren, answer.headers.location!));
      expect(after).toMatch(/1 passt 0 passt gemeinsam 0 unklar/);
      expect(after).toContain('ja 23. November 2026 Fachamt, Herr Aksoy');
      const audit = await rows(`select actor_id, detail from audit_entry where action = 'fact.entered'`);
      expect(audit).toEqual([{ actor_id: dueren.id, detail: { name: FACT, asOf: '2026-11-23', source: 'Fachamt, Herr Aksoy' } }]);
    });

    it('keeps it to the authority’s own staff and the editors', async () => {
      expect(wordsOf(await look(juelich, '/authority'))).toContain('Missing: rural catchment area proven');
      const seen = await juelich.browser.get(`/api/v1/authorities/${DUEREN}`).expect(200);
      expect(seen.body.facts).toEqual([]);
    });

    it('refuses a form that somebody else has overtaken, and takes back what is no longer known', async () => {
      const stale = { key: DUEREN, name: FACT, value: 'false', source: '' };
      expect((await submit(dueren.browser, '/authority', '/authority/facts', stale)).status).toBe(412);
      expect((await submit(dueren.browser, '/authority', '/authority/facts', { ...stale, value: '', version: '9' })).status).toBe(412);
      expect((await submit(dueren.browser, '/authority', '/authority/facts', { ...stale, value: '', version: '1' })).status).toBe(303);
      expect(wordsOf(await look(dueren, '/authority'))).toMatch(/1 unklar/);
    });

    it('does nothing where nothing was entered', async () => {
      const before = await changes();
      expect((await submit(dueren.browser, '/authority', '/authority/facts', { key: DUEREN, name: FACT, value: '' })).status).toBe(303);
      expect(await changes()).toBe(before);
    });

    it('says where to find what is missing, on the authority and on the call', async () => {
      const authority = await look(dueren, '/authority');
      expect(wordsOf(authority)).toContain('Wo es steht: Fachamt; der Nachweis liegt dem Antrag bei.');
      const [, call] = /href="(\/calls\/[0-9a-f-]{36})"/.exec(authority.text)!;
      expect(wordsOf(await look(dueren, call!))).toContain('Wo es steht: Fachamt; der Nachweis liegt dem Antrag bei.');
    });

    it('takes the day of which a fact is, and none that is still to come', async () => {
      const sent = { key: DUEREN, name: FACT, value: 'true', source: 'Rat', asOf: '24.11.2026' };
      const page = await submit(dueren.browser, '/authority', '/authority/facts', sent);
      expect([page.status, page.text.includes(`<a href="#f-asof-fact-${FACT}">`)]).toEqual([422, true]);
      expect(page.text).toContain('value="24.11.2026"');
      const done = await submit(dueren.browser, '/authority', '/authority/facts', { ...sent, asOf: '1.10.2026' });
      expect(done.status).toBe(303);
      expect(wordsOf(await look(dueren, '/authority'))).toContain('ja 1. Oktober 2026 Rat');
      await submit(dueren.browser, '/authority', '/authority/facts', { ...sent, value: '', asOf: '', version: '1' });
      expect(wordsOf(await look(dueren, '/authority'))).toMatch(/1 unklar/);
    });

    it('says what would change an outcome, and marks what nobody can change', async () => {
      const program = { title: { de: 'Große Kreisstädte' }, partners: [{ name: 'Bayern', role: 'funder' }] };
      const programId = (await server.asAdmin().post('/api/v1/programs').send(program).expect(201)).body.id;
      const schedule = { kind: 'fixed', closes: { date: '2026-11-25' } };
      const deadlines = [{ stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule }];
      const rule = { allOf: [{ territory: { in: ['DE-09'] } }, { applicantType: { in: ['municipality'] } }] };
      const draft = (await server.asAdmin().post('/api/v1/calls').send({ programId, round: '1', rule, deadlines, award: {} }).expect(201))
        .body;
      await server.asAdmin().post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', '"1"').send({}).expect(200);
      const page = wordsOf(await look(dueren, `/calls/${draft.id}`));
      expect(page).toContain('Düren liegt in Nordrhein-Westfalen, gefördert wird in: Bayern.');
      expect(page).not.toContain('Düren: Düren');
      expect(page).toContain('Das würde es ändern: ein anderes Gebiet: Bayern (nicht möglich)');
      await server.asAdmin().post(`/api/v1/calls/${draft.id}/withdrawal`).set('If-Match', '"2"').send({ reason: 'Probe' }).expect(200);
    });

    it('says what is wrong with a value, at its field', async () => {
      const sent = { key: DUEREN, name: FACT, value: 'vielleicht', source: 'Rat' };
      const page = await submit(dueren.browser, '/authority', '/authority/facts', sent);
      expect(page.status).toBe(422);
      expect(page.text).toMatch(new RegExp(`<a href="#f-value-fact-${FACT}">[^<]*Wählen Sie ja, nein oder unbekannt.</a>`));
      expect(page.text).toContain('<title>Fehler: ');
    });

    it('takes no fact for another municipality, and none without the form’s token', async () => {
      const before = await changes();
      expect((await submit(juelich.browser, '/authority', '/authority/facts', { key: DUEREN, name: FACT, value: 'true' })).status).toBe(
        404,
      );
      await dueren.browser.post('/authority/facts').type('form').send({ key: DUEREN, name: FACT, value: 'true' }).expect(403);
      expect(await changes()).toBe(before);
    });
  });

  describe('somebody who acts for two authorities', () => {
    let both: Clerk;

    beforeAll(async () => {
      both = await signedIn(server, { email: 'kreis@dueren.example', authorities: [DUEREN, JUELICH] });
    });

    it('switches between them and stays where they are', async () => {
      const chosen = await submit(both.browser, '/reminders', '/active-authority', { key: JUELICH, back: '/reminders' });
      expect([chosen.status, chosen.headers.location]).toEqual([303, '/reminders']);
      expect(chosen.headers['set-cookie']?.[0]).toMatch(/^ft_authority=DE:05358024;.*HttpOnly/);
      expect(wordsOf(await look(both, '/reminders'))).toContain('der für Jülich passt');
    });

    it('goes nowhere else, and to no authority of others', async () => {
      const away = await submit(both.browser, '/reminders', '/active-authority', { key: DUEREN, back: 'https://evil.example/' });
      expect(away.headers.location).toBe('/');
      const foreign = await submit(both.browser, '/reminders', '/active-authority', { key: 'DE:05111000', back: '/' });
      expect([foreign.status, foreign.headers['set-cookie']]).toEqual([404, undefined]);
    });

    it('enters a fact for the authority of the page, whichever is active by now', async () => {
      const sent = { key: JUELICH, name: FACT, value: 'false' };
      const answer = await submit(both.browser, '/authority', '/authority/facts', sent);
      expect(answer.headers.location).toBe(`/authority?key=${encodeURIComponent(JUELICH)}&saved=yes`);
      expect(wordsOf(await look(both, answer.headers.location!))).toMatch(/nein 23. November 2026 eigene Angabe/);
    });
  });

  it('opening pages changes nothing', async () => {
    const before = await changes();
    for (const path of ['/authority', '/authority/facts', '/calendar', '/calendar?removed=yes', '/reminders', '/reminders?saved=yes'])
      await dueren.browser.get(path).set('Accept', 'text/html');
    expect(await changes()).toBe(before);
  });

  it('every page says which register it speaks of', async () => {
    const words = wordsOf(await server.http.get('/nowhere').set('Accept', 'text/html').expect(404));
    expect(words).toContain('Gemeinderegister, Gebietsstand 30. November 2023');
    expect(words).toContain('Einwohner: Stand 31. Dezember 2022, © Statistisches Bundesamt (Destatis)');
    expect(csrfOf(await look(dueren, '/calendar'))).not.toBe('');
  });
});
