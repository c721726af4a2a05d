import { type Clerk, DUEREN, furnish, signedIn, submit, tokenOf, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('pages of planning backwards', () => {
  let server: TestServer;
  let clerk: Clerk;
  let colleague: Agent;
  let foreigner: Clerk;
  let call: { id: string; version: number; deadlines: { id: string }[] };
  const page = async (path: string, browser = clerk.browser) => wordsOf(await browser.get(path).set('Accept', 'text/html').expect(200));
  const callPage = (browser?: Agent) => page(`/calls/${call.id}`, browser);
  const send = (path: string, fields: Record<string, string>, from = `/calls/${call.id}`) =>
    submit(clerk.browser, from, path, { key: DUEREN, ...fields });
  const enter = (fields: Record<string, string>) =>
    send('/authority/sittings', { kind: 'council', name: 'Rat', ...fields }, '/authority/sittings');
  const milestones = async () => (await colleague.get(`/api/v1/authorities/${DUEREN}/calls/${call.id}/milestones`).expect(200)).body.items;

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-02T09:00:00+02:00' });
    await furnish(server);
    clerk = await signedIn(server, { email: 'clerk@dueren.example', authorities: [DUEREN] });
    foreigner = await signedIn(server, { email: 'clerk@muenster.example', authorities: ['DE:05515000'] });
    colleague = await tokenOf(server, DUEREN, 'colleague@dueren.example');
    const admin = server.asAdmin();
    const program = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const { previousCallId: _none, ...round } = roundTwo(program.id, '');
    const draft = (await admin.post('/api/v1/calls').send(round).expect(201)).body;
    call = (await admin.post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', '"1"').send({}).expect(200)).body;
  }, 60_000);
  afterAll(() => server.close());

  it('show a plan only of calls that somebody of the authority follows', async () => {
    expect(await callPage()).not.toContain('Rückwärts geplant');
    await colleague.put(`/api/v1/authorities/${DUEREN}/calls/${call.id}/stance`).send({ kind: 'followed' }).expect(200);
    const words = await callPage();
    expect(words).toContain('Rückwärts geplant');
    expect(words).toContain('Rat: Es ist keine Sitzung eingetragen.');
    expect(await callPage(foreigner.browser)).not.toContain('Rückwärts geplant');
    expect(await callPage(server.browser())).not.toContain('Rückwärts geplant');
  });

  it('take sittings by hand, and say what is wrong with one', async () => {
    expect((await enter({ day: '3.6.2014' })).status).toBe(303);
    expect((await enter({ day: '15. Juli 2014' })).headers.location).toBe('/authority/sittings?key=DE%3A05358008&saved=sitting');
    const wrong = await enter({ day: '31.2.2014', name: 'Kreistag' });
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong)).toContain('„31.2.2014“ ist kein Tag.');
    expect(wrong.text).toContain('value="Kreistag"');
    expect(wordsOf(await enter({ day: '3.6.2014' }))).toContain('steht schon in der Liste');
    const words = await page('/authority/sittings');
    expect(words).toContain('Di., 15. Juli 2014');
    expect(words).toContain('Das ist ein Vorschlag.');
    await foreigner.browser.get(`/authority/sittings?key=${DUEREN}`).set('Accept', 'text/html').expect(404);
  });

  it('take a calendar file, and refuse what is none', async () => {
    const form = await clerk.browser.get('/authority/sittings').expect(200);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form.text)![1]!;
    const upload = (text: string) =>
      clerk.browser
        .post('/authority/sittings/imports')
        .set('Accept', 'text/html')
        .field({ _csrf: csrf, key: DUEREN, kind: '' })
        .attach('file', Buffer.from(text), 'x.ics');
    const file =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Bauausschuss\r\nDTSTART;VALUE=DATE:20140618\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect(wordsOf(await upload(file).expect(200))).toContain('Übernommen: 1 neu, 0 geändert');
    expect(wordsOf(await upload('x').expect(422))).toContain('Das ist keine Kalenderdatei, die sich lesen lässt (Zeile 1).');
  });

  it('give the dates, and take them over as milestones', async () => {
    const words = await callPage();
    expect(words).toMatch(/Beschlussvorlage einreichen\s+Dienstag, 24\. Juni 2014/);
    expect(words).toMatch(/Rat\s+Dienstag, 15\. Juli 2014/);
    expect((await send(`/calls/${call.id}/plan`, { do: 'take' })).headers.location).toBe(`/calls/${call.id}#plan`);
    expect(await milestones()).toHaveLength(4);
    expect(await callPage()).not.toContain('Als Meilensteine übernehmen');
  });

  it('tick, change, add and remove milestones', async () => {
    const [treasury, papers] = await milestones();
    await send(`/calls/${call.id}/milestones/${treasury.id}`, { do: 'done', version: '1' });
    await send(`/calls/${call.id}/milestones/${papers.id}`, { do: 'save', version: '1', name: 'Vorlage', day: '23.6.2014' });
    expect(
      (await send(`/calls/${call.id}/milestones/${papers.id}`, { do: 'save', version: '1', name: 'x', day: '1.6.2014' })).headers.location,
    ).toBe(`/calls/${call.id}?plan=stale#plan`);
    await send(`/calls/${call.id}/milestones`, { name: 'Partner', day: '10.6.2014' });
    expect((await send(`/calls/${call.id}/milestones`, { name: 'Partner', day: 'bald' })).headers.location).toContain('plan=invalid');
    const words = await callPage();
    expect(words).toContain('erledigt am 2. Juni 2014');
    expect(words).toMatch(/Vorlage\s+Montag, 23\. Juni 2014/);
    const own = (await milestones()).find(({ source }: { source: string }) => source.startsWith('own:'));
    await send(`/calls/${call.id}/milestones/${own.id}`, { do: 'remove', version: '1' });
    expect(await callPage()).not.toContain('Partner Dienstag');
    const theirs = await submit(foreigner.browser, `/calls/${call.id}`, `/calls/${call.id}/milestones/${papers.id}`, {
      do: 'remove',
      version: '2',
    });
    expect([403, 404]).toContain(theirs.status);
    expect(await milestones()).toHaveLength(4);
  });

  it('show before and after when the deadline moved, and move on request only', async () => {
    const amendment = { schedule: { kind: 'fixed', closes: { date: '2014-07-18' } }, reason: 'Verkürzt' };
    const path = `/api/v1/calls/${call.id}/deadlines/${call.deadlines[0]!.id}/amendments`;
    await server.asAdmin().post(path).set('If-Match', `"${call.version}"`).send(amendment).expect(200);
    const words = await callPage();
    expect(words).toContain('Diese Meilensteine passen nicht mehr');
    expect(words).toContain('Die Frist war bei der Übernahme der 25. Juli 2014, jetzt ist es der 18. Juli 2014.');
    expect(words).toContain('Antrag unterschreiben lassen: Di., 22. Juli 2014 → Di., 15. Juli 2014');
    await send(`/calls/${call.id}/plan`, { do: 'move' });
    expect(await callPage()).not.toContain('passen nicht mehr');
  });

  it('keep lead steps: changed, added, removed, refused', async () => {
    const row = (at: number, fields: Record<string, string>) =>
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [`steps.${at}.${name}`, value]));
    const papers = row(0, { id: 'papers', name: 'Vorlage', amount: '14', unit: 'days', from: 'sitting:council' });
    const save = (fields: Record<string, string>) => send('/authority/lead-steps', fields, '/authority/sittings');
    const wrong = await save({ version: '0', ...papers, 'steps.0.amount': 'bald' });
    expect([wrong.status, wordsOf(wrong).includes('„bald“ ist keine ganze Zahl.')]).toEqual([422, true]);
    const added = row(1, { id: '', name: 'Fachamt fragen', amount: '2', unit: 'working_days', from: 'step:papers' });
    expect((await save({ version: '0', ...papers, ...added, ...row(2, { id: '', name: '' }) })).status).toBe(303);
    const { body } = await colleague.get(`/api/v1/authorities/${DUEREN}/lead-steps`).expect(200);
    expect(body.steps).toMatchObject([
      { id: 'papers', name: { de: 'Vorlage', en: 'Hand in the paper for the council' }, amount: 14 },
      { id: 'fachamt-fragen', amount: 2, unit: 'working_days', from: { of: 'step', step: 'papers' } },
    ]);
    expect((await save({ version: '0', ...papers })).status).toBe(422);
    expect((await save({ version: '1', ...papers })).status).toBe(303);
  });
});
