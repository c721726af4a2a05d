import { ImportRegister } from '@app/authorities/import-register.js';
import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import { RunRegisterImport } from '@app/authorities/run-register-import.js';
import { systemActor } from '@app/kernel/actor.js';
import type { Response } from 'supertest';
import { type Clerk, csrfOf, signedIn, wordsOf } from '../support/clerks.js';
import { startTestServer, type TestServer } from '../support/server.js';

const OLD = 'DE:06435014';
const NOW = 'DE:06415000';
const KEYS = 'ars,ags,name\n064150000000,06415000,"Hanau, Stadt"\n064350015015,06435015,Hammersbach\n';

/** A register of two municipalities, as of a day with figures of the year before. */
function register(year: number, hammersbach: number): RegisterReading {
  const record = (ags: string, name: string, value: number) => ({
    key: `DE:${ags}`,
    parentKey: 'DE:06435',
    name,
    officialName: name,
    types: ['municipality', 'district_municipality'],
    territory: `DE-${ags}`,
    population: { value, asOf: `${year - 1}-12-31`, source: `Register ${year}` },
  });
  return {
    format: 'gv100ad',
    territoryDate: `${year}-11-30`,
    source: `Register ${year}`,
    authorities: [record('06435014', 'Hanau', 100_000), record('06435015', 'Hammersbach', hammersbach)],
    territories: [],
    leftOut: { unincorporated: 0 },
    problems: [],
    covers: ['DE-06435'],
    spared: { keys: [], territories: [] },
  };
}

describe('the pages of the register', () => {
  let server: TestServer;
  let editor: Clerk;
  let staff: Clerk;

  beforeAll(async () => {
    server = await startTestServer({ now: '2026-07-15T10:00:00Z' });
    const importer = server.app.get(ImportRegister, { strict: false });
    await importer.run(systemActor('test'), register(2022, 5_001));
    await importer.run(systemActor('test'), register(2023, 4_999));
    editor = await signedIn(server, { email: 'eda@house.example', roles: ['editor'] });
    staff = await signedIn(server, { email: 'bea@hanau.example', authorities: [OLD] });
  }, 60_000);
  afterAll(() => server?.close());

  const look = (path: string, who = editor, status = 200) => who.browser.get(path).set('Accept', 'text/html').expect(status);

  async function upload(fields: Record<string, string>, file: string | undefined, who = editor): Promise<Response> {
    let request = who.browser.post('/editor/register/imports').set('Accept', 'text/html');
    for (const [name, value] of Object.entries(fields)) request = request.field(name, value);
    return file === undefined ? request : request.attach('file', Buffer.from(file), 'keys-2026-06-30.csv');
  }

  it('are for editors alone', async () => {
    await look('/editor/register', staff, 403);
    const asStaff = csrfOf(await look('/authority', staff));
    expect((await upload({ _csrf: asStaff, format: 'keys-csv' }, KEYS, staff)).status).toBe(403);
    const { body } = await staff.browser.get('/api/v1/authority-changes').expect(403);
    expect(body.type).toBe('/problems/forbidden');
    await server.http.get('/api/v1/authority-changes').expect(401);
  });

  it('take a file with the token in a field, as a browser without a script sends it, and none without', async () => {
    const page = await look('/editor/register');
    expect(page.text).toContain('enctype="multipart/form-data"');
    const imports = async () => (await server.database.sql('select 1 from register_import')).length;
    expect((await upload({ format: 'keys-csv' }, KEYS)).status).toBe(403);
    expect((await upload({ format: 'keys-csv', _csrf: 'wrong' }, KEYS)).status).toBe(403);
    const crossSite = editor.browser.post('/editor/register/imports').set('Sec-Fetch-Site', 'cross-site').field('_csrf', csrfOf(page));
    expect((await crossSite.attach('file', Buffer.from(KEYS), 'keys.csv')).status).toBe(403);
    expect(await imports()).toBe(0);
    const without = await upload({ format: 'keys-csv', _csrf: csrfOf(page) }, undefined);
    expect([without.status, wordsOf(without)]).toEqual([422, expect.stringContaining('Bitte wählen Sie eine Datei.')]);
    const taken = await upload({ format: 'keys-csv', _csrf: csrfOf(page) }, KEYS);
    expect([taken.status, await imports()]).toEqual([303, 1]);
    const place = taken.headers.location as string;
    expect(wordsOf(await look(place))).toContain('Die Datei wird noch gelesen.');
    await server.app.get(RunRegisterImport, { strict: false }).run(place.split('/').at(-1)!);
    expect(wordsOf(await look(place))).toContain('1 neu, 0 geändert, 1 unverändert, 1 beendet');
    expect(wordsOf(await look(place))).toContain('Eine Nachfolge ist offen.');
  });

  it('tell staff of an authority that is gone that its successor is open', async () => {
    expect(wordsOf(await look('/authority', staff))).toContain('Das Gemeinderegister vom 30. Juni 2026 führt diese Kommune nicht mehr.');
  });

  it('show in both languages who could follow, and bring a wrong entry back', async () => {
    const page = await look('/editor/register');
    expect(wordsOf(page)).toContain('Vorschlag: Hanau (DE:06415000).');
    expect(wordsOf(await look('/editor/register?lang=en'))).toContain('Proposal: Hanau (DE:06415000).');
    await look('/editor/register?lang=de');
    const [, action] = /action="(\/editor\/register\/changes\/[^"]+)"/.exec(page.text)!;
    const send = (fields: Record<string, string>) =>
      editor.browser
        .post(action!)
        .set('Accept', 'text/html')
        .type('form')
        .send({ _csrf: csrfOf(page), version: '1', kind: 'kind_changed', effectiveOn: '2026-01-01', do: 'confirm', ...fields });
    const wrong = await send({ newKey: NOW, effectiveOn: '2027-01-01' });
    expect([wrong.status, wordsOf(wrong)]).toEqual([422, expect.stringContaining('Der Tag liegt in der Zukunft.')]);
    expect((await send({ newKey: '', kind: 'merged' })).status).toBe(422);
    expect((await send({ newKey: OLD })).status).toBe(422);
    expect((await send({ newKey: NOW, version: '7' })).status).toBe(412);
    const confirmed = await send({ newKey: NOW });
    expect([confirmed.status, confirmed.headers.location]).toEqual([303, '/editor/register?done=confirmed']);
    expect(wordsOf(await look('/editor/register?done=confirmed'))).toContain('Keine Nachfolge ist offen.');
    expect(wordsOf(await look('/authority', staff))).toContain('DE:06415000');
    await look(action!, editor, 303);
  });

  it('say of a call which figure decided, and where another one would have decided differently', async () => {
    const program = await server
      .asAdmin()
      .post('/api/v1/programs')
      .send({ title: { de: 'P' }, partners: [{ name: 'Land', role: 'funder' }] })
      .expect(201);
    const publish = async (rule: object) => {
      const deadline = {
        stage: 'application',
        zone: 'Europe/Berlin',
        effect: 'excludes',
        schedule: { kind: 'fixed', closes: { date: '2026-12-31' } },
      };
      const call = await server
        .asAdmin()
        .post('/api/v1/calls')
        .send({ programId: program.body.id, round: '1', rule, deadlines: [deadline], award: {} })
        .expect(201);
      await server
        .asAdmin()
        .post(`/api/v1/calls/${call.body.id}/publication`)
        .set('If-Match', `"${call.body.version}"`)
        .send({})
        .expect(200);
      return call.body.id as string;
    };
    const newest = await publish({ population: { lessThan: 5_000 } });
    const ofTheDay = await publish({ population: { lessThan: 5_000, asOf: '2021-12-31' } });
    const unknown = await publish({ population: { lessThan: 5_000, asOf: '2011-05-09' } });
    const indifferent = await publish({ population: { lessThan: 6_000 } });
    const { items } = (await server.asAdmin().get('/api/v1/authorities/DE:06435015/matches').expect(200)).body;
    const match = (id: string) => items.find((item: { call: { id: string } }) => item.call.id === id);
    expect(match(newest)).toMatchObject({
      outcome: 'eligible',
      findings: [{ params: { value: 4_999, asOf: '2022-12-31' } }],
      vintages: [{ asOf: '2021-12-31', outcome: 'ineligible' }],
    });
    expect(match(ofTheDay)).toMatchObject({
      outcome: 'ineligible',
      findings: [{ params: { value: 5_001, asOf: '2021-12-31' } }],
      vintages: [{ asOf: '2022-12-31', outcome: 'eligible' }],
    });
    expect(match(unknown)).toMatchObject({ outcome: 'undetermined', findings: [{ code: 'population-missing' }] });
    expect(match(indifferent)).not.toHaveProperty('vintages');
    const clerk = await signedIn(server, { email: 'cem@hammersbach.example', authorities: ['DE:06435015'] });
    expect(wordsOf(await look(`/calls/${newest}`, clerk))).toContain(
      'Mit der Einwohnerzahl vom 31. Dezember 2021 wäre das Ergebnis ein anderes',
    );
  });
});
