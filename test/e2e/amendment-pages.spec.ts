import type { Response } from 'supertest';
import { type Clerk, DUEREN, furnish, JUELICH, signedIn, submit, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, MODELLKOMMUNE_RULE } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

type Fields = Record<string, string>;

const QUESTIONS = {
  stage: 'questions',
  zone: 'Europe/Berlin',
  effect: 'soft',
  schedule: { kind: 'relative', before: 'application', duration: 'P2W' },
};
const APPLICATION = {
  stage: 'application',
  zone: 'Europe/Berlin',
  effect: 'excludes',
  schedule: { kind: 'fixed', closes: { date: '2014-07-25' } },
};

describe('the page of an amendment', () => {
  let server: TestServer;
  let worker: TestWorker;
  let editor: Clerk;
  let staff: Clerk;
  let id: string;
  let deadlineId: string;
  let path: string;

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    worker = await startTestWorker(server);
    editor = await signedIn(server, { email: 'eda@house.example', roles: ['editor'] });
    staff = await signedIn(server, { email: 'bea@dueren.example', authorities: [DUEREN] });
    const admin = server.asAdmin();
    const programId = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    const call = { programId, round: '2', rule: MODELLKOMMUNE_RULE, deadlines: [APPLICATION, QUESTIONS], award: {} };
    const drafted = (await admin.post('/api/v1/calls').send(call).expect(201)).body;
    id = drafted.id;
    deadlineId = drafted.deadlines[0].id;
    path = `/editor/calls/${id}/deadlines/${deadlineId}/amendment`;
    expect((await editor.browser.get(path)).headers.location).toBe(`/editor/calls/${id}`);
    await admin.post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200);
    await follow(staff.id, DUEREN);
    await follow((await signedIn(server, { email: 'jul@juelich.example', authorities: [JUELICH] })).id, JUELICH);
    await worker.settle();
  }, 90_000);
  afterAll(async () => {
    await worker?.close();
    await server?.close();
  });

  const follow = (personId: string, key: string) =>
    server.database.sql(
      `insert into stance (person_id, authority_id, call_id, kind, since, version, updated_at)
       select $1, id, $2, 'followed', $3::timestamptz, 1, $3::timestamptz from authority where key = $4`,
      [personId, id, '2014-06-12T07:00:00Z', key],
    );
  const look = (at = path, status = 200, who = editor) => who.browser.get(at).set('Accept', 'text/html').expect(status);
  const hidden = (page: Response, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const send = async (fields: Fields, who = editor) => {
    const version = fields.version ?? hidden(await look(), 'version');
    const entries = { 'deadlines.0.kind': 'fixed', 'deadlines.0.closes': '25.07.2014', reason: '' };
    return submit(who.browser, who === editor ? path : '/', path, { ...entries, ...fields, version });
  };
  const call = async () => (await server.asAdmin().get(`/api/v1/calls/${id}`).expect(200)).body;
  const due = () =>
    server.database.sql<{ due: string }>(
      `select due_at::date::text as due from reminder where call_id = $1 and deadline_id = $2 and state = 'planned' order by due_at, person_id`,
      [id, deadlineId],
    );

  it('is reached from the call, by editors alone', async () => {
    expect((await look(`/calls/${id}`)).text).toContain(`href="${path}"`);
    expect((await look(`/calls/${id}`, 200, staff)).text).not.toContain(path);
    await look(path, 403, staff);
    expect((await send({ do: 'amend' }, staff)).status).toBe(403);
    await look(`/editor/calls/${id}/deadlines/01900000-0000-7000-8000-0000000000aa/amendment`, 404);
    const visitor = await server.http.get(path).set('Accept', 'text/html').expect(303);
    expect(visitor.headers.location).toContain('/sign-in');
  });

  it('shows before and after, who follows and what moves, and changes nothing by that', async () => {
    const page = await send({ do: 'preview', 'deadlines.0.closes': '8.8.14' });
    expect(page.status).toBe(200);
    const words = wordsOf(page);
    expect(words).toMatch(/Antrag: verlängert bisher: bis Freitag, 25\. Juli 2014.* jetzt: bis Freitag, 8\. August 2014/);
    expect(words).toMatch(/Fragen: verschiebt sich mit bisher: .*11\. Juli 2014.* jetzt: .*25\. Juli 2014/);
    expect(words).toContain('Wer folgt 2 Personen aus 2 Kommunen');
    expect(words).toMatch(/Erinnerungen 16 zum neuen Termin, 16 zum bisherigen entfallen, betrifft 2 Personen/);
    expect((await call()).version).toBe(2);
  });

  it.each<[string, Fields, string]>([
    ['a day that is none', { 'deadlines.0.closes': '30.02.2014' }, 'f-deadlines-0-closes'],
    ['an opening after the closing', { 'deadlines.0.opens': '01.09.2014' }, 'f-deadlines-0-closes'],
    ['no day', { 'deadlines.0.closes': '' }, 'f-deadlines-0-closes'],
  ])('says at its field what is wrong: %s', async (_, fields, field) => {
    const page = await send({ do: 'preview', reason: 'Der Grund', ...fields });
    expect([page.status, page.text.includes('<title>Fehler: ')]).toEqual([422, true]);
    expect(page.text).toContain(`id="${field}-error"`);
    expect(page.text).toContain('value="Der Grund"');
  });

  it('says that nothing is changed', async () => {
    const page = await send({ do: 'preview' });
    expect([page.status, wordsOf(page).includes('Die Frist ist noch so wie bisher.')]).toEqual([422, true]);
  });

  it('is not confirmed before it was looked at, without a reason, or on an older state', async () => {
    const wanted = { 'deadlines.0.closes': '08.08.2014' };
    const unseen = await send({ do: 'amend', ...wanted, reason: 'Verlängert' });
    expect([unseen.status, wordsOf(unseen).includes('Antrag: verlängert')]).toEqual([200, true]);
    const seen = hidden(unseen, 'seen');
    const without = await send({ do: 'amend', ...wanted, seen, reason: ' ' });
    expect([without.status, without.text.includes('id="f-reason-error"')]).toEqual([422, true]);
    const other = await send({ do: 'amend', 'deadlines.0.closes': '09.08.2014', seen, reason: 'Verlängert' });
    expect([other.status, wordsOf(other).includes('9. August 2014')]).toEqual([200, true]);
    const stale = await send({ do: 'amend', ...wanted, seen, reason: 'Verlängert', version: '1' });
    expect([stale.status, stale.text.includes('value="Verlängert"')]).toEqual([412, true]);
    expect((await call()).version).toBe(2);
  });

  it('makes one version with the reason, moves what follows, and stands in the history before and after', async () => {
    const wanted = { 'deadlines.0.closes': '08.08.2014', reason: 'Der Fördergeber gibt zwei Wochen mehr.' };
    const preview = await send({ do: 'preview', ...wanted });
    server.clock.advance({ hours: 1 });
    const done = await send({ do: 'amend', ...wanted, seen: hidden(preview, 'seen') });
    expect([done.status, done.headers.location]).toEqual([303, `/calls/${id}#desk`]);
    await worker.settle();
    expect((await call()).deadlines[0]).toMatchObject({ id: deadlineId, schedule: { closes: { date: '2014-08-08' } } });
    expect((await due()).map(({ due: day }) => day)).toEqual(
      ['2014-07-11', '2014-07-25', '2014-08-01', '2014-08-07'].flatMap((day) => [day, day]),
    );
    const versions = (await server.http.get(`/api/v1/calls/${id}/versions`).expect(200)).body.items;
    expect(versions[0]).toMatchObject({ version: 3, change: 'amended', reason: 'Der Fördergeber gibt zwei Wochen mehr.' });
    const history = wordsOf(await look(`/calls/${id}`, 200, staff));
    expect(history).toMatch(/Frist geändert Antrag: verlängert bisher: bis Freitag, 25\. Juli 2014.*jetzt: bis Freitag, 8\. August 2014/);
    expect(history).toContain('Der Fördergeber gibt zwei Wochen mehr.');
  });

  it('shortens, marks the money as used up, opens again and takes the date back', async () => {
    const steps: [string, Fields, RegExp][] = [
      ['preview', { 'deadlines.0.closes': '18.07.2014' }, /Antrag: verkürzt bisher: .*8\. August 2014.* jetzt: .*18\. Juli 2014/],
      ['exhausted', { 'deadlines.0.closes': '18.07.2014' }, /Antrag: Mittel erschöpft .*jetzt: die Mittel sind erschöpft/],
      [
        'reopen',
        { 'deadlines.0.kind': 'rolling', 'deadlines.0.closes': '18.07.2014', 'deadlines.0.untilExhausted': 'yes' },
        /Antrag: wieder geöffnet .*jetzt: spätestens Freitag, 18\. Juli 2014.*solange Mittel da sind/,
      ],
      [
        'take-back',
        { 'deadlines.0.kind': 'rolling', 'deadlines.0.closes': '18.07.2014' },
        /Antrag: Termin zurückgenommen .*jetzt: Frist noch offen/,
      ],
    ];
    for (const [action, fields, expected] of steps) {
      const preview = await send({ do: action, ...fields, reason: 'So ist es.' });
      expect(wordsOf(preview)).toMatch(expected);
      const shown = Object.fromEntries(
        ['kind', 'closes', 'untilExhausted', 'exhausted'].flatMap((key) => {
          const name = `deadlines.0.${key}`;
          const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(preview.text)?.[0];
          if (key === 'kind') return [[name, /name="deadlines\.0\.kind".*?<option value="([a-z_]+)" selected/s.exec(preview.text)![1]!]];
          if (tag === undefined || (tag.includes('checkbox') && !/\schecked/.test(tag))) return [];
          return [[name, /value="([^"]*)"/.exec(tag)?.[1] ?? '']];
        }),
      );
      const done = await send({ ...shown, do: 'amend', reason: 'So ist es.', seen: hidden(preview, 'seen') });
      expect([action, done.status]).toEqual([action, 303]);
      await worker.settle();
    }
    expect((await call()).deadlines[0].schedule).toEqual({ kind: 'unannounced' });
    expect(await due()).toEqual([]);
    expect((await server.http.get(`/api/v1/calls/${id}/versions`)).body.total).toBe(6);
  });

  it('speaks English to who reads English', async () => {
    const page = await look(`${path}?lang=en`);
    expect(wordsOf(page)).toContain('Amend the deadline: Application');
    await look(`${path}?lang=de`);
  });
});
