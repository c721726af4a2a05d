import type { Response } from 'supertest';
import { type Clerk, csrfOf, DUEREN, furnish, signedIn, submit, wordsOf } from '../support/clerks.js';
import { startTestServer, type TestServer } from '../support/server.js';

type Fields = Record<string, string | string[]>;

const FUNDER = { 'partners.0.name': 'Bundesministerium des Innern', 'partners.0.role': 'funder', 'partners.0.url': '' };
const PROGRAM: Fields = {
  'title.de': 'Modellkommune E-Government',
  'title.en': 'Model municipality e-government',
  topics: 'Digitalisierung',
  fundingLevel: 'federal',
  ...FUNDER,
};
/** Towns and municipalities of up to 300,000 inhabitants, and counties of any size. */
const WAYS: Fields = { 'ways.0.types': 'municipality', 'ways.0.populationAtMost': '300.000', 'ways.1.types': 'county' };
const deadlineOn = (day: string): Fields => ({
  'deadlines.0.stage': 'application',
  'deadlines.0.kind': 'fixed',
  'deadlines.0.closes': day,
  'deadlines.0.zone': 'Europe/Berlin',
  'deadlines.0.effect': 'excludes',
});

describe('the editor’s pages', () => {
  let server: TestServer;
  let editor: Clerk;
  let other: Clerk;
  let staff: Clerk;
  let programId: string;
  let firstId: string;
  let secondId: string;

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    editor = await signedIn(server, { email: 'eda@house.example', roles: ['editor'] });
    other = await signedIn(server, { email: 'otto@house.example', roles: ['editor'], language: 'en' });
    staff = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
  }, 60_000);
  afterAll(() => server?.close());

  const look = (path: string, status = 200, who = editor) => who.browser.get(path).set('Accept', 'text/html').expect(status);
  const send = (page: string, fields: Fields, who = editor) => submit(who.browser, page, page, fields);
  const round = (number: string, day: string, more: Fields = {}): Fields => ({
    do: 'save',
    programId,
    round: number,
    ...WAYS,
    ...deadlineOn(day),
    ...more,
  });
  const idIn = (answer: Response): string => /\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1] ?? '';
  const version = (page: Response): string => /name="version" value="(\d*)"/.exec(page.text)?.[1] ?? '';
  /** Every entry of the form on a page, as a browser would send it back. */
  const entries = (page: Response): Fields => {
    const fields: Record<string, string[]> = {};
    const add = (name: string, value: string) => {
      fields[name] = [...(fields[name] ?? []), value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')];
    };
    const form = page.text.slice(page.text.indexOf('<main'));
    for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
      const is = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
      const isChoice = ['checkbox', 'radio'].includes(is('type') ?? '');
      if (is('name') && is('name') !== '_csrf' && (!isChoice || /\schecked/.test(tag))) add(is('name')!, is('value') ?? '');
    }
    for (const [, name, inner] of form.matchAll(/<select\b[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
      const options = [...inner!.matchAll(/<option([^>]*)>/g)].map(([, option]) => option!);
      add(name!, /value="([^"]*)"/.exec(options.find((option) => /\sselected/.test(option)) ?? options[0]!)?.[1] ?? '');
    }
    for (const [, name, value] of form.matchAll(/<textarea\b[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)) add(name!, value!);
    return fields;
  };
  const seenByAll = (id: string) => server.http.get(`/api/v1/calls/${id}`);
  /** The review as an editor fills it in: an answer to each question, a tick at each bound. */
  const answered = (page: Response, note = 'So steht es in der Bekanntmachung.'): Fields =>
    Object.fromEntries(
      Object.entries(entries(page)).flatMap(([name, value]) => {
        if (name.endsWith('.about')) return [[name, value] as const, [name.replace('.about', '.confirmed'), 'yes'] as const];
        return [[name, name.endsWith('.note') ? note : value] as const];
      }),
    );
  const publish = async (id: string, otherwise: Fields = {}) => {
    const path = `/editor/calls/${id}/review`;
    return submit(editor.browser, path, `/editor/calls/${id}/publication`, { ...answered(await look(path)), ...otherwise });
  };

  describe('are for editors alone', () => {
    it.each(['/editor', '/editor/programs/new', '/editor/calls/new'])('%s', async (path) => {
      expect((await look(path, 403, staff)).text).not.toContain('name="title.de"');
      const visitor = await server.http.get(path).set('Accept', 'text/html').expect(303);
      expect(visitor.headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    });

    it('and their forms too', async () => {
      const sent = await submit(staff.browser, '/', '/editor/programs/new', { ...PROGRAM, do: 'save' });
      expect(sent.status).toBe(403);
      await editor.browser.post('/editor/programs/new').type('form').send(PROGRAM).expect(403);
      expect(wordsOf(await look('/editor'))).toContain('Noch gibt es kein Programm.');
    });
  });

  describe('a programme', () => {
    it('without a name comes back with what is wrong at its field', async () => {
      const page = await send('/editor/programs/new', { ...PROGRAM, 'title.de': '', guidelineUrl: 'bmi', do: 'save' });
      expect(page.status).toBe(422);
      expect(page.text).toContain('<title>Fehler: ');
      expect(page.text).toContain('<a href="#f-title-de">');
      expect(page.text).toContain('value="Model municipality e-government"');
      expect(page.text).toContain('value="bmi"');
    });

    it('gets more partners without being stored', async () => {
      const page = await send('/editor/programs/new', { ...PROGRAM, do: 'add-partner' });
      expect(page.status).toBe(200);
      expect(page.text).toContain('name="partners.1.name"');
      expect(page.text).toContain('value="Bundesministerium des Innern"');
      expect((await server.asAdmin().get('/api/v1/programs')).body.total).toBe(0);
    });

    it('is stored, and leads to its first round', async () => {
      const saved = await send('/editor/programs/new', { ...PROGRAM, do: 'save' });
      expect([saved.status, saved.headers.location]).toEqual([
        303,
        expect.stringMatching(/^\/editor\/programs\/[0-9a-f-]{36}\?saved=yes$/),
      ]);
      programId = idIn(saved);
      const page = await look(saved.headers.location!);
      expect(wordsOf(page)).toContain('Gespeichert.');
      expect(page.text).toContain(`href="/editor/calls/new?program=${programId}"`);
      const stored = (await server.asAdmin().get(`/api/v1/programs/${programId}`).expect(200)).body;
      expect(stored).toMatchObject({ title: { de: 'Modellkommune E-Government' }, fundingLevel: 'federal', topics: ['Digitalisierung'] });
    });

    it('is changed, by one at a time, and nothing typed is lost', async () => {
      const path = `/editor/programs/${programId}`;
      const ours = await look(path);
      await send(path, { ...PROGRAM, topics: 'Digitalisierung, Verwaltung', version: version(ours), do: 'save' }, other);
      const page = await send(path, { ...PROGRAM, 'title.de': 'Modellkommune', version: version(ours), do: 'save' });
      expect(page.status).toBe(412);
      expect(wordsOf(page)).toContain(
        'Inzwischen hat jemand anders gespeichert. Ihre Eingaben stehen noch hier. Anders gespeichert: Name; Themen.',
      );
      expect(page.text).toContain('value="Modellkommune"');
      const again = await send(path, { ...PROGRAM, version: version(page), do: 'save' });
      expect(again.status).toBe(303);
      expect((await server.asAdmin().get(`/api/v1/programs/${programId}`)).body).toMatchObject({ topics: ['Digitalisierung'], version: 3 });
    });

    it('that is not there is not found', async () => {
      await look('/editor/programs/01900000-0000-7000-8000-0000000000aa', 404);
      await look('/editor/calls/01900000-0000-7000-8000-0000000000aa', 404);
    });
  });

  describe('the first round', () => {
    it('begins with its programme chosen', async () => {
      const page = await look(`/editor/calls/new?program=${programId}`);
      expect(entries(page)).toMatchObject({ programId: [programId], version: [''] });
      expect(page.headers['cache-control']).toBe('no-store');
    });

    it('is entered with its winners, and published although its deadline has passed', async () => {
      const winners = 'DE:05358008\r\nDE:05754008\r\nDE:07135';
      const saved = await send(
        '/editor/calls/new',
        round('1', '30.11.2013', { winners, 'award.count': '3', 'award.amountEach': '100.000' }),
      );
      expect(saved.status).toBe(303);
      firstId = idIn(saved);
      await seenByAll(firstId).expect(404);
      const review = wordsOf(await look(`/editor/calls/${firstId}/review`));
      expect(review).toContain('Die Frist liegt in der Vergangenheit.');
      expect(review).toContain('Düren, Gütersloh, Landkreis Cochem-Zell');
      const published = await publish(firstId);
      expect([published.status, published.headers.location]).toEqual([303, `/calls/${firstId}`]);
      expect((await seenByAll(firstId).expect(200)).body).toMatchObject({ state: 'published', status: 'closed', round: '1' });
    });
  });

  describe('the second round', () => {
    const money: Fields = {
      'award.count': '5',
      'award.amountEach': '60.000',
      'award.slots.0.applicantType': 'municipality',
      'award.slots.0.count': '3',
      'award.slots.1.applicantType': 'county',
      'award.slots.1.count': '2',
      'award.instalments': '30.000; 30.000',
    };

    it('shows each mistake at its field and keeps what was typed', async () => {
      const page = await send('/editor/calls/new', round('2', '30.02.2014', { 'deadlines.0.time': '24:00', 'award.amountEach': 'viel' }));
      expect(page.status).toBe(422);
      expect(page.text).toContain('<title>Fehler: ');
      for (const field of ['deadlines-0-closes', 'deadlines-0-time', 'award-amountEach']) {
        expect(page.text).toContain(`<a href="#f-${field}">`);
        expect(page.text).toContain(`id="f-${field}-error"`);
      }
      expect(wordsOf(page)).toContain('Frist 1, Uhrzeit: „24:00“ gibt es nicht.');
      expect(wordsOf(page)).toContain('„30.02.2014“ ist kein Tag.');
      expect(entries(page)).toMatchObject({
        round: ['2'],
        'deadlines.0.closes': ['30.02.2014'],
        'deadlines.0.time': ['24:00'],
        'ways.0.populationAtMost': ['300.000'],
        'award.amountEach': ['viel'],
      });
    });

    it('is told what the interface would refuse, too', async () => {
      const page = await send('/editor/calls/new', round('2', '25.07.2014', { 'title.de': 'x'.repeat(301), 'award.count': '0' }));
      expect(page.status).toBe(422);
      expect(wordsOf(page)).toContain('Titel: Das darf höchstens 300 Zeichen lang sein.');
      expect(page.text).toContain('id="f-award-count-error"');
    });

    it('says what a rule as JSON gets wrong', async () => {
      const json = { ruleMode: 'json', rule: '{"allOf":[{"population":{}}]}' };
      const page = await send('/editor/calls/new', round('2', '25.07.2014', json));
      expect(page.status).toBe(422);
      expect(page.text).toContain('id="f-rule-error"');
      expect(wordsOf(page)).toContain('Es fehlt eine Grenze.');
      const back = await send(
        '/editor/calls/new',
        round('2', '25.07.2014', { ruleMode: 'json', rule: '{"not":{"allOf":[]}}', do: 'to-ways' }),
      );
      expect(wordsOf(back)).toContain('Diese Regel lässt sich nicht als Wege zeigen.');
      expect(entries(back).rule).toEqual(['{"not":{"allOf":[]}}']);
    });

    it.each([
      ['add-way', 'ways.2.populationAtLeast'],
      ['add-deadline', 'deadlines.1.closes'],
      ['add-slot', 'award.slots.2.count'],
      ['add-partner', 'partners.0.name'],
    ])('%s adds a row and keeps everything typed, mistakes too', async (action, added) => {
      const typed = round('2', '30.02.2014', { ...money, 'title.de': 'Ein "Titel" & mehr', winners: 'wer?', do: action });
      const page = await send('/editor/calls/new', typed);
      expect(page.status).toBe(200);
      const { [added]: row, ...kept } = entries(page);
      expect(row).toEqual(['']);
      const { do: _button, ...sent } = typed;
      expect(kept).toMatchObject(Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value].flat()])));
    });

    it('takes a row away', async () => {
      const page = await send('/editor/calls/new', round('2', '25.07.2014', { do: 'remove-way-0' }));
      expect(entries(page)).toMatchObject({ 'ways.0.types': ['county'] });
      expect(page.text).not.toContain('name="ways.1.types"');
    });

    it('reckons who would fit before anything is stored', async () => {
      const page = await send('/editor/calls/new', round('2', '25.07.2014', { do: 'recalculate' }));
      expect(page.status).toBe(200);
      const everybody = (await server.asAdmin().get('/api/v1/authorities?limit=1')).body.total as number;
      const { eligible } = await countsOf(firstId);
      expect(wordsOf(page)).toContain(`${eligible} von ${everybody} passen`);
      expect(wordsOf(page)).toMatch(/Landkreise (\d+) von \1 /);
      expect(wordsOf(page)).toContain('bis Freitag, 25. Juli 2014');
      const faulty = await send('/editor/calls/new', round('', '25.07.2014', { 'ways.0.populationAtMost': 'alle', do: 'recalculate' }));
      expect(faulty.status).toBe(422);
      expect(faulty.text).toContain('id="f-ways-0-populationAtMost-error"');
      expect(faulty.text).not.toContain('id="f-round-error"');
      expect((await server.asAdmin().get('/api/v1/calls?state=draft')).body.total).toBe(0);
    });

    it('as a draft is stored and seen by editors alone', async () => {
      const saved = await send('/editor/calls/new', round('2', '25.07.2014', { ...money, previousCallId: firstId }));
      expect([saved.status, saved.headers.location]).toEqual([303, expect.stringMatching(/^\/editor\/calls\/[0-9a-f-]{36}\?saved=yes$/)]);
      secondId = idIn(saved);
      const stored = (await server.asAdmin().get(`/api/v1/calls/${secondId}`).expect(200)).body;
      expect(stored).toMatchObject({
        state: 'draft',
        previousCallId: firstId,
        rule: {
          anyOf: [
            { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
            { applicantType: { in: ['county'] } },
          ],
        },
        deadlines: [{ stage: 'application', schedule: { kind: 'fixed', closes: { date: '2014-07-25' } } }],
        award: { count: 5, amountEach: { amount: '60000.00', currency: 'EUR' }, slots: [{ count: 3 }, { count: 2 }] },
      });
      await seenByAll(secondId).expect(404);
      await server.http.get(`/calls/${secondId}`).set('Accept', 'text/html').expect(404);
      await look(`/calls/${secondId}`, 404, staff);
      expect(wordsOf(await look('/calls', 200, staff))).not.toContain('2. Runde');
      const desk = wordsOf(await look('/editor'));
      expect(desk).toMatch(/Entwürfe 1 Aufruf .*Modellkommune E-Government, 2\. Runde.*Veröffentlicht 1 Aufruf/);
      expect(wordsOf(await look(`/editor/programs/${programId}`))).toMatch(/2 Runden .*2\. Runde Entwurf.*1\. Runde veröffentlicht/);
    });

    it('shown again and saved unchanged, changes nothing', async () => {
      const path = `/editor/calls/${secondId}`;
      const page = await look(path);
      const before = (await server.asAdmin().get(`/api/v1/calls/${secondId}`)).body;
      expect((await send(path, { ...entries(page), do: 'save' })).status).toBe(303);
      expect((await server.asAdmin().get(`/api/v1/calls/${secondId}`)).body).toEqual(before);
    });

    it('does not lose what two editors typed at once', async () => {
      const path = `/editor/calls/${secondId}`;
      const read = entries(await look(path));
      expect((await send(path, { ...read, 'summary.de': 'Die zweite Runde.', do: 'save' }, other)).status).toBe(303);
      const page = await send(path, { ...read, 'summary.de': 'Zweite Runde des Pilotprojekts.', 'award.count': '4', do: 'save' });
      expect(page.status).toBe(412);
      expect(wordsOf(page)).toContain('Anders gespeichert: Kurz beschrieben; Anzahl der Förderungen.');
      const kept = entries(page);
      expect(kept).toMatchObject({ 'summary.de': ['Zweite Runde des Pilotprojekts.'], 'award.count': ['4'] });
      expect((await server.asAdmin().get(`/api/v1/calls/${secondId}`)).body.summary).toEqual({ de: 'Die zweite Runde.' });
      expect((await send(path, { ...kept, 'award.count': '5', do: 'save' })).status).toBe(303);
      const stored = (await server.asAdmin().get(`/api/v1/calls/${secondId}`)).body;
      expect(stored).toMatchObject({ version: 3, summary: { de: 'Zweite Runde des Pilotprojekts.' }, award: { count: 5 } });
    });

    it('asks for an answer to what was noticed about its rule, and publishes nothing without', async () => {
      const path = `/editor/calls/${secondId}/review`;
      const read = await look(path);
      expect(wordsOf(read)).toContain('Die Obergrenze gilt auch für kreisfreie Städte');
      expect(wordsOf(read)).toContain('Kein Stichtag für Einwohner. Es zählt die jüngste Zahl des Registers. optional');
      const sent = { ...answered(read), 'answers.0.note': ' ', 'answers.1.note': '' };
      const page = await submit(editor.browser, path, `/editor/calls/${secondId}/publication`, sent);
      expect(page.status).toBe(422);
      expect(page.text).toContain('<title>Fehler: ');
      expect(page.text).toContain('<a href="#f-answers-0-note">');
      expect(page.text).not.toContain('<a href="#f-answers-1-note">');
      await seenByAll(secondId).expect(404);
    });

    it('asks for a click on each numeric bound, with real authorities on both sides, and publishes nothing without', async () => {
      const path = `/editor/calls/${secondId}/review`;
      const read = await look(path);
      const near = /Höchstens 300\.000 Einwohner (.*?) Geprüft: 300\.000 Einwohner ja, 300\.001 Einwohner nein/.exec(wordsOf(read))?.[1];
      expect(near).toMatch(/^.*, \d{3}\.\d{3} ja .*, \d{3}\.\d{3} ja 300\.000 Einwohner ja 300\.001 Einwohner nein .* nein .* nein$/);
      const { 'bounds.0.confirmed': _tick, ...sent } = answered(read);
      const page = await submit(editor.browser, path, `/editor/calls/${secondId}/publication`, sent);
      expect(page.status).toBe(422);
      expect(page.text).toContain('<a href="#f-bounds-0-confirmed">');
      expect(wordsOf(page)).toContain('Höchstens 300.000 Einwohner: Bitte prüfen und ankreuzen, oder die Regel ändern.');
      const others = { ...answered(read), 'bounds.0.about': '/anyOf/0/allOf/1/population/atMost 200000 200001' };
      expect((await submit(editor.browser, path, `/editor/calls/${secondId}/publication`, others)).status).toBe(422);
      await seenByAll(secondId).expect(404);
    });

    it('is not published as somebody else has left it in the meantime', async () => {
      const path = `/editor/calls/${secondId}/review`;
      const note = { 'answers.0.note': 'Ja, auch kreisfreie Städte.' };
      const sent = { ...entries(await look(path)), ...note, version: '1' };
      const page = await submit(editor.browser, path, `/editor/calls/${secondId}/publication`, sent);
      expect(page.status).toBe(412);
      expect(wordsOf(page)).toContain('Inzwischen hat jemand anders gespeichert.');
      expect(entries(page)).toMatchObject({ 'answers.0.note': [note['answers.0.note']], version: ['3'] });
    });

    it('is reviewed with its counts, which are those after publishing', async () => {
      const path = `/editor/calls/${secondId}`;
      const toReview = await send(path, { ...entries(await look(path)), do: 'review' });
      expect([toReview.status, toReview.headers.location]).toEqual([303, `${path}/review`]);
      const words = wordsOf(await look(`${path}/review`));
      const review = /(\d+) von (\d+) passen/.exec(words)!;
      expect(words).toMatch(/Städte und Gemeinden \d+ von \d+ .*Landkreise \d+ von \d+ .*Gemeindeverbände 0 von \d+/);
      expect(words).toContain('Bundesministerium des Innern');
      expect(words).toMatch(/300\.000 Einwohner ja 300\.001 Einwohner nein/);
      expect((await publish(secondId, { 'answers.1.note': '' })).headers.location).toBe(`/calls/${secondId}`);
      const counts = await countsOf(secondId);
      expect([Number(review[1]), Number(review[2])]).toEqual([counts.eligible, counts.total]);
    });

    it('is then visible to all, with its reason for Düren', async () => {
      expect((await seenByAll(secondId).expect(200)).body).toMatchObject({ state: 'published', status: 'open' });
      const matches = await server.http.get(`/calls/${secondId}`).set('Accept', 'text/html').expect(200);
      expect(wordsOf(matches)).toContain('Modellkommune E-Government, 2. Runde');
      expect(wordsOf(await look(`/calls/${secondId}`, 200, staff))).toContain('erlaubt sind höchstens 300.000');
      expect(wordsOf(await look(`/editor/calls/${secondId}/review`))).toContain('Der Aufruf ist veröffentlicht.');
    });

    it('keeps the answers in the audit trail, and what was passed over as unanswered', async () => {
      const found = await server.database.sql(`select detail from audit_entry where action = 'call.published' and subject_id = $1`, [
        secondId,
      ]);
      const [{ detail }] = found as [{ detail: { answers: { code: string; note: string }[]; unanswered: { code: string }[] } }];
      expect(detail.unanswered.map(({ code }) => code)).toEqual(['no-reference-date']);
      expect(detail.answers).toEqual([
        expect.objectContaining({ code: 'cities-under-bound', note: 'So steht es in der Bekanntmachung.' }),
        {
          code: 'numeric-bound',
          path: '/anyOf/0/allOf/1/population/atMost',
          note: expect.stringMatching(/^300\.000\sEinwohner ja, 300\.001\sEinwohner nein$/),
        },
      ]);
    });

    it('is published once', async () => {
      const again = await submit(editor.browser, '/editor', `/editor/calls/${secondId}/publication`, { version: '4' });
      expect(again.status).toBe(409);
      expect((await server.asAdmin().get(`/api/v1/calls/${secondId}/versions`)).body.total).toBe(1);
    });
  });

  describe('a published call', () => {
    it('shows whom a change gains and loses before it is saved, then makes a version', async () => {
      const path = `/editor/calls/${secondId}`;
      const typed = { ...entries(await look(path)), 'ways.0.populationAtMost': ['50.000'] };
      const tried = wordsOf(await send(path, { ...typed, do: 'recalculate' }));
      expect(tried).toMatch(/: 0 gewinnen, [1-9]\d* verlieren, für 0 wird es unklar/);
      expect((await seenByAll(secondId)).body.rule.anyOf[0].allOf[1]).toEqual({ population: { atMost: 300_000 } });
      expect((await send(path, { ...typed, do: 'save' })).status).toBe(303);
      expect((await seenByAll(secondId)).body.rule.anyOf[0].allOf[1]).toEqual({ population: { atMost: 50_000 } });
      const versions = (await server.asAdmin().get(`/api/v1/calls/${secondId}/versions`)).body;
      expect(versions.items.map(({ change }: { change: string }) => change)).toEqual(['changed', 'published']);
    });

    it('empties what was emptied', async () => {
      const path = `/editor/calls/${secondId}`;
      const typed = { ...entries(await look(path)), 'summary.de': '', previousCallId: '' };
      expect((await send(path, { ...typed, do: 'save' })).status).toBe(303);
      const stored = (await seenByAll(secondId)).body;
      expect([stored.summary, stored.previousCallId]).toEqual([undefined, undefined]);
    });

    it('keeps at least one deadline', async () => {
      const path = `/editor/calls/${secondId}`;
      const typed = Object.fromEntries(Object.entries(entries(await look(path))).filter(([name]) => !name.startsWith('deadlines.')));
      const page = await send(path, { ...typed, do: 'save' });
      expect(page.status).toBe(422);
      expect(page.text).toContain('<a href="#f-deadlines-0-closes">');
      expect(wordsOf(page)).toContain('Es fehlt mindestens eine Frist.');
    });

    it('is withdrawn with a reason, which is asked for on its own page', async () => {
      const path = `/calls/${secondId}`;
      const withdraw = (fields: Fields) => submit(editor.browser, path, `/editor/calls/${secondId}/withdrawal`, fields);
      const now = version(await look(path));
      const without = await withdraw({ version: now, reason: ' ' });
      expect([without.status, without.text.includes('<title>Fehler: ')]).toEqual([422, true]);
      expect(without.text).toContain('id="f-reason-error"');
      const stale = await withdraw({ version: '1', reason: 'Der Fördergeber sagt ab' });
      expect(stale.status).toBe(412);
      expect(stale.text).toContain('value="Der Fördergeber sagt ab"');
      expect((await withdraw({ version: now, reason: 'Der Fördergeber sagt ab' })).headers.location).toBe(path);
      expect((await seenByAll(secondId)).body).toMatchObject({ state: 'withdrawn', withdrawalReason: 'Der Fördergeber sagt ab' });
      expect(wordsOf(await look('/editor'))).toMatch(/Zurückgezogen 1 Aufruf/);
    });

    it('is nothing that staff may withdraw', async () => {
      const sent = await submit(staff.browser, '/calls', `/editor/calls/${firstId}/withdrawal`, { version: '2', reason: 'Nein' });
      expect(sent.status).toBe(403);
    });
  });

  describe('a draft that is not finished', () => {
    it('can be stored with nothing but its round, and says what it lacks', async () => {
      const saved = await send('/editor/calls/new', { programId, round: '3', do: 'review' });
      expect(saved.status).toBe(303);
      const page = await look(saved.headers.location!);
      expect(page.text).toContain('<title>Fehler: ');
      const words = wordsOf(page);
      expect(words).toContain('So lässt sich der Aufruf noch nicht veröffentlichen');
      expect(words).toContain('Es gibt keinen Weg, also kann niemand die Regel erfüllen.');
      expect(words).toContain('Es fehlt mindestens eine Frist.');
      expect(words).toContain('Es gibt noch keine Regel.');
      expect(page.text).not.toContain(`action="/editor/calls/${idIn(saved)}/publication"`);
      const refused = await submit(editor.browser, '/editor', `/editor/calls/${idIn(saved)}/publication`, { version: '1' });
      expect(refused.status).toBe(422);
    });

    it('speaks English to who reads English', async () => {
      const page = await send('/editor/calls/new', { programId, round: '', 'deadlines.0.closes': '30.02.2014', do: 'save' }, other);
      expect(page.text).toContain('<title>Error: New call');
      expect(wordsOf(page)).toContain('is not a day');
    });
  });

  describe('a nested rule', () => {
    /** Modellprojekte Smart Cities 2019: towns by their size, or together with towns and counties. */
    const town = { applicantType: { in: ['municipality'] } };
    const SMART_CITIES = {
      anyOf: [
        { allOf: [town, { population: { atLeast: 20_000, atMost: 100_000 } }] },
        { allOf: [town, { population: { lessThan: 20_000 } }] },
        {
          anyOf: [
            town,
            {
              jointApplication: { members: { atLeast: 2 }, eachMember: { applicantType: { in: ['municipality', 'county'] } } },
              source: { quote: 'Mindestens zwei "Kommunen"\ngemeinsam', url: 'https://www.bmi.bund.de/smart-cities' },
              label: { de: 'Kooperation', en: 'Cooperation' },
            },
          ],
        },
      ],
    };
    let page: Response;
    let typed: Fields;
    /** Sends the form as it came, with what is typed in addition, by one of the buttons that are on it. */
    const step = async (action: string, fields: Fields = {}, status = 200) => {
      expect(page.text).toContain(`value="${action}"`);
      typed = { ...entries(page), ...fields };
      page = await send('/editor/calls/new', { ...typed, do: action });
      expect([action, page.status]).toEqual([action, status]);
    };
    const add = (path: string, kind: string, fields: Fields = {}, part = '') =>
      step(`nested-add${part}:${path}`, { ...fields, [`${path}.add`]: kind });
    const calls = async () => (await server.asAdmin().get('/api/v1/calls?state=draft')).body.total as number;

    it('is built step by step, and nothing is stored before it is saved', async () => {
      const before = await calls();
      page = await look('/editor/calls/new');
      await step('to-nested', { programId, round: 'Smart Cities', ...deadlineOn('25.07.2014') });
      await add('rule', 'allOf');
      const [one, two, three] = ['rule.anyOf.0', 'rule.anyOf.1', 'rule.anyOf.2'];
      await add(one!, 'applicantType');
      await add(one!, 'population', { [`${one}.allOf.0.applicantType.in`]: 'municipality' });
      await add('rule', 'applicantType', { [`${one}.allOf.1.population.atLeast`]: '20.000' });
      // what is there becomes a group afterwards, and the group comes to its place by moving
      await step(`nested-wrap-allOf:${two}`, { [`${two}.applicantType.in`]: ['municipality'] });
      await add(two!, 'population', { [`${one}.allOf.1.population.atMost`]: '100.000' });
      await step(`nested-up:${two}.allOf.1`, { [`${two}.allOf.1.population.lessThan`]: '20.000' });
      await step(`nested-down:${two}.allOf.0`);
      await add('rule', 'allOf');
      await step(`nested-turn:${three}`);
      await add(three!, 'applicantType');
      await add(three!, 'jointApplication', { [`${three}.anyOf.0.applicantType.in`]: 'municipality' });
      const joint = `${three}.anyOf.1`;
      await add(joint, 'applicantType', { [`${joint}.jointApplication.members.atLeast`]: '2' }, '-eachMember');
      await step('recalculate', {
        [`${joint}.jointApplication.eachMember.applicantType.in`]: ['municipality', 'county'],
        [`${joint}.source.quote`]: 'Mindestens zwei "Kommunen"\r\ngemeinsam',
        [`${joint}.source.url`]: 'https://www.bmi.bund.de/smart-cities',
        [`${joint}.label.de`]: 'Kooperation',
        [`${joint}.label.en`]: 'Cooperation',
      });
      expect(wordsOf(page)).toMatch(/\d+ von \d+ passen/);
      expect(wordsOf(page)).toContain('Bedingung 3.2.a: jedes Mitglied, Art des Antragstellers');
      expect(await calls()).toBe(before);
    });

    it('is what was built, once it is saved, and can be shown again', async () => {
      const saved = await send('/editor/calls/new', { ...entries(page), do: 'save' });
      expect(saved.status).toBe(303);
      const stored = (await server.asAdmin().get(`/api/v1/calls/${idIn(saved)}`)).body;
      expect(stored.rule).toEqual(SMART_CITIES);
      const again = await look(`/editor/calls/${idIn(saved)}`);
      expect(entries(again)).toMatchObject({ ruleMode: ['nested'], 'rule.anyOf.1.allOf.1.population.lessThan': ['20.000'] });
      expect((await send(`/editor/calls/${idIn(saved)}`, { ...entries(again), do: 'save' })).status).toBe(303);
      expect((await server.asAdmin().get(`/api/v1/calls/${idIn(saved)}`)).body.version).toBe(stored.version);
    });

    it('keeps what was typed, mistakes too, and says at its field what is wrong', async () => {
      const wrong = { 'rule.anyOf.0.allOf.1.population.atLeast': 'viele', 'rule.anyOf.2.anyOf.1.source.url': 'bmi' };
      await add('rule.anyOf.0', 'fact', wrong);
      const { do: _button, ...sent } = typed;
      expect(entries(page)).toMatchObject(Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value].flat()])));
      await step('to-json', {}, 422);
      expect(entries(page)).toMatchObject({ ruleMode: ['nested'], 'rule.anyOf.0.allOf.1.population.atLeast': ['viele'] });
      await step('recalculate', {}, 422);
      expect(page.text).toContain('<a href="#f-rule-anyOf-0-allOf-1-population-atLeast">');
      expect(page.text).toContain('id="f-rule-anyOf-0-allOf-1-population-atLeast-error"');
      const named = { 'rule.anyOf.0.allOf.2.fact.known': 'degurba', 'rule.anyOf.0.allOf.1.population.atLeast': '20.000' };
      await step('recalculate', named, 422);
      expect(page.text).toContain('id="f-rule-anyOf-2-anyOf-1-source-url-error"');
    });

    it('is edited as JSON and back, and not as ways', async () => {
      await step('nested-remove:rule.anyOf.0.allOf.2', { 'rule.anyOf.2.anyOf.1.source.url': 'https://www.bmi.bund.de/smart-cities' });
      await step('to-json');
      expect(JSON.parse(entries(page).rule![0]!)).toEqual(SMART_CITIES);
      await step('to-ways', {}, 422);
      await step('to-nested');
      expect(entries(page)).toMatchObject({ 'rule.anyOf.2.anyOf.1.label.de': ['Kooperation'] });
    });
  });

  async function countsOf(id: string): Promise<{ eligible: number; total: number }> {
    const all = await server.asAdmin().get(`/api/v1/calls/${id}/matches?limit=1`).expect(200);
    const eligible = await server.asAdmin().get(`/api/v1/calls/${id}/matches?outcome=eligible&limit=1`).expect(200);
    return { eligible: eligible.body.total, total: all.body.total };
  }

  it('are never kept by a cache and never sent without the form’s token', async () => {
    expect((await look('/editor/calls/new')).headers['cache-control']).toBe('no-store');
    expect(csrfOf(await look('/editor/calls/new'))).not.toBe('');
  });
});
