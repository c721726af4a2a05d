import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FixedClock } from '@app/kernel/clock.js';
import { parse } from 'csv-parse/sync';
import type { Response } from 'supertest';
import { seedDemonstration } from '../../apps/cli/src/demonstration/seed-demonstration.js';
import { importCatalogueFile } from '../../apps/cli/src/imports/import-catalogue-file.js';
import { openOperatorContext } from '../../apps/cli/src/operator.module.js';
import { faultsBySchema } from '../support/common-grants-shapes.js';
import { startTestServer, type TestServer } from '../support/server.js';

const NOW = '2026-11-27T09:00:00Z';
const SET = { title: { de: 'Kohleregionen' }, source: 'InvKG', entries: ['DE-14', 'DE:12060000'], includes: [], excludes: [] };
type Body = Response['body'];

describe('the catalogue as open data', () => {
  let server: TestServer;
  let folder: string;

  const send = async (path: string, body: object): Promise<Body> => (await server.asAdmin().post(path).send(body).expect(201)).body;
  const step = async (call: Body, name: string, body: object = {}): Promise<Body> =>
    (await server.asAdmin().post(`/api/v1/calls/${call.id}/${name}`).set('If-Match', `"${call.version}"`).send(body).expect(200)).body;
  const exported = async (of: TestServer): Promise<string> => {
    const { text, headers } = await of.http.get('/open-data/catalogue.jsonl').buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/jsonl; charset=utf-8');
    return text;
  };
  const draft = (programId: string, more: object = {}) => ({
    programId,
    round: '1',
    rule: { allOf: [] },
    deadlines: [
      {
        stage: 'application',
        zone: 'Europe/Berlin',
        effect: 'excludes',
        schedule: { kind: 'cut_offs', closes: [{ date: '2027-01-31', time: '12:00' }, { date: '2027-06-30' }] },
      },
    ],
    award: {},
    ...more,
  });
  const importInto = async (target: TestServer, text: string, isTrial = false): Promise<string[]> => {
    const path = join(folder, 'catalogue.jsonl');
    writeFileSync(path, text);
    const context = await openOperatorContext({ databaseUrl: target.database.url, clock: target.clock });
    try {
      return await importCatalogueFile({ context: async () => context }, path, isTrial);
    } finally {
      await context.close();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'open-data-'));
    server = await startTestServer({ now: NOW });
    const desk = await openOperatorContext({ databaseUrl: server.database.url, clock: server.clock });
    await seedDemonstration(desk, new FixedClock(Temporal.Instant.from(NOW)));
    await desk.close();
    await send('/api/v1/named-territories', { slug: 'lignite', ...SET });
    await send('/api/v1/named-territories', { slug: 'coal', ...SET, entries: ['DE-05'], includes: ['lignite'], validFrom: '2026-01-01' });
    await send('/api/v1/named-territories', { slug: 'unused', ...SET });
    const program = await send('/api/v1/programs', {
      title: { de: '=HYPERLINK("http://böse.example";"Klick")', en: '+1' },
      summary: { de: 'Zeile eins;- Zeile "zwei";=1+1' },
      partners: [{ name: '@Bund, Länder | Kommunen', role: 'funder' }],
    });
    const first = await step(
      await send('/api/v1/calls', draft(program.id, { rule: { territory: { in: ['named:coal'] } }, winners: ['DE:05358008'] })),
      'publication',
    );
    const others = { partners: [{ name: 'Eigener Träger', role: 'program_agency' }], previousCallId: first.id };
    const second = await step(await send('/api/v1/calls', draft(program.id, { round: '2', ...others })), 'publication');
    server.clock.advance({ hours: 1 });
    await step(first, 'withdrawal', { reason: 'Keine Mittel' });
    const deadline = second.deadlines[0];
    const schedule = { kind: 'cut_offs', closes: [{ date: '2027-02-28' }] };
    await step(second, `deadlines/${deadline.id}/amendments`, { schedule, reason: 'Verlängert' });
    const circle = await step(await send('/api/v1/calls', draft(program.id, { round: '3', previousCallId: second.id })), 'publication');
    const path = `/api/v1/calls/${second.id}`;
    const { version } = (await server.asAdmin().get(path).expect(200)).body;
    await server.asAdmin().patch(path).set('If-Match', `"${version}"`).send({ previousCallId: circle.id }).expect(200);
    await send('/api/v1/calls', draft(program.id, { round: 'geheim', title: { de: 'Geheimer Entwurf' } }));
    await send('/api/v1/programs', { title: { de: 'Geheimes Programm' }, partners: [] });
  }, 60_000);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  describe('as JSON Lines', () => {
    let lines: Body[];
    const ofKind = (kind: string) => lines.filter((line) => line.kind === kind);
    beforeAll(async () => {
      const text = await exported(server);
      expect(text.endsWith('}\n')).toBe(true);
      lines = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    });

    it('has every programme and call that everybody may see, the territories that their rules are made of, and nothing else', () => {
      expect(lines[0]).toEqual({ kind: 'catalogue', format: 1 });
      expect(ofKind('named_territory').map(({ slug }) => slug)).toEqual(['coal', 'lignite']);
      expect(ofKind('program')).toHaveLength(14);
      expect(ofKind('call')).toHaveLength(21);
      expect(JSON.stringify(lines)).not.toMatch(/[Gg]eheim|:null/);
    });

    it('keeps to its published schema, which says no to anything else', async () => {
      const { body: schema } = await server.http.get('/open-data/catalogue.schema.json').expect(200);
      for (const line of lines) expect([line.id, faultsBySchema(schema, line)]).toEqual([line.id, []]);
      expect(faultsBySchema(schema, { ...lines[0], more: 1 })).not.toEqual([]);
      expect(faultsBySchema(schema, { ...ofKind('call')[0], rule: { nobody: true } })).not.toEqual([]);
      expect(faultsBySchema(schema, { ...ofKind('call')[0], programId: undefined })).not.toEqual([]);
    });
  });

  describe('imported into an empty instance', () => {
    let empty: TestServer;
    let text: string;
    const state = (of: TestServer) =>
      of.database.sql(`select (select count(*) from audit_entry) as audit, (select json_agg(p order by id) from program p) as programs,
        (select json_agg(c order by id) from call c) as calls, (select json_agg(n order by slug) from named_territory n) as territories`);
    beforeAll(async () => {
      text = await exported(server);
      empty = await startTestServer({ now: '2026-12-24T18:00:00Z' });
    });
    afterAll(() => empty?.close());

    it('writes nothing in a trial', async () => {
      const before = await state(empty);
      expect(await importInto(empty, text, true)).toEqual([
        'Probelauf: Nichts wurde geschrieben.',
        'Gebiete: 2 neu, 0 schon da, 0 behalten',
        'Programme: 14 neu, 0 schon da, 0 behalten',
        'Aufrufe: 21 neu, 0 schon da, 0 behalten',
      ]);
      expect(await state(empty)).toEqual(before);
    });

    it('gives the same catalogue, byte by byte, whatever the order of its lines', async () => {
      const [header, ...rest] = text.trimEnd().split('\n');
      expect((await importInto(empty, [header, ...rest.toReversed()].join('\n'))).at(-1)).toBe('Aufrufe: 21 neu, 0 schon da, 0 behalten');
      expect(await exported(empty)).toBe(text);
    });

    it('answers the interface and CommonGrants like the first one', async () => {
      empty.clock.set(server.clock.now());
      const own = ['version', 'createdAt', 'updatedAt'];
      const calls = async (of: TestServer) => {
        const { body } = await of.http.get('/api/v1/calls?limit=500').expect(200);
        return body.items.map((call: Body) => Object.fromEntries(Object.entries(call).filter(([key]) => !own.includes(key))));
      };
      expect(await calls(empty)).toEqual(await calls(server));
      const opportunities = async (of: TestServer) =>
        JSON.stringify((await of.http.get('/common-grants/opportunities').expect(200)).body).replaceAll(of.url, '');
      expect(await opportunities(empty)).toBe(await opportunities(server));
      const table = async (of: TestServer) => (await of.http.get('/open-data/calls.csv').expect(200)).text.replaceAll(of.url, '');
      expect(await table(empty)).toBe(await table(server));
    });

    it('changes nothing the second time', async () => {
      const before = await state(empty);
      expect(await importInto(empty, text)).toEqual([
        'Gebiete: 0 neu, 2 schon da, 0 behalten',
        'Programme: 0 neu, 14 schon da, 0 behalten',
        'Aufrufe: 0 neu, 21 schon da, 0 behalten',
      ]);
      const [revised] = await state(empty);
      expect(revised).toEqual(before[0]);
    });

    it('keeps what says something else here', async () => {
      const other = text.replace('"Keine Mittel"', '"Doch Mittel"').replace('"Kohleregionen"', '"Andere"');
      expect((await importInto(empty, other)).slice(-2)).toEqual([
        'Aufrufe: 0 neu, 20 schon da, 1 behalten',
        'Behalten heißt: Es ist hier schon da und sagt etwas anderes als die Datei.',
      ]);
      expect(await exported(empty)).toBe(text);
    });
  });

  describe('a file with faults', () => {
    it.each([
      ['no header', (lines: string[]) => lines.slice(1), /Zeile 1 ist nicht/],
      ['no JSON', (lines: string[]) => [...lines, '{'], /Zeile 39 ist kein JSON/],
      ['an unknown kind', (lines: string[]) => [...lines, '{"kind":"person"}'], /Zeile 39, \/kind hat eine unbekannte Art/],
      ['a line twice', (lines: string[]) => [...lines, lines.at(-1)!], /Zeile 39 kommt schon vor/],
      [
        'a call without its programme',
        (lines: string[]) => lines.filter((line) => !line.includes('HYPERLINK') || line.includes('"call"')),
        /nennt ein Programm/,
      ],
      [
        'a rule that is none',
        (lines: string[]) => lines.map((line) => line.replace('"territory":{"in":["named:coal"]}', '"territory":{}')),
        /\/rule\/territory/,
      ],
      [
        'a property too many',
        (lines: string[]) => lines.map((line) => line.replace('"round":"1"', '"round":"1","role":"admin"')),
        /\/role ist falsch/,
      ],
      [
        'a bare control character',
        (lines: string[]) => lines.map((line) => line.replace('Keine Mittel', 'Keine\\u0000Mittel')),
        /withdrawalReason/,
      ],
    ])('with %s is refused as a whole, naming the line', async (_what, change, sentence) => {
      const text = change((await exported(server)).trimEnd().split('\n')).join('\n');
      const before = await server.database.sql('select count(*) from audit_entry');
      await expect(importInto(server, text)).rejects.toMatchObject({ exitCode: 65, message: expect.stringMatching(sentence) });
      expect(await server.database.sql('select count(*) from audit_entry')).toEqual(before);
    });

    it('that breaks a rule of the house is refused, naming the call', async () => {
      const nobody = (await exported(server))
        .replace('"territory":{"in":["named:coal"]}', '"anyOf":[]')
        .replaceAll(/"id":"0/g, '"id":"f')
        .replaceAll(/(Id":")0/g, '$1f');
      await expect(importInto(server, nobody)).rejects.toMatchObject({
        code: 'contradictory-rule',
        faults: [{ pointer: expect.stringMatching(/^\/call\/f.*\/rule/) }],
      });
      expect(await exported(server)).not.toContain('"id":"f');
    });

    it('that is not there or not UTF-8 is refused', async () => {
      const context = async () => Promise.reject(new Error('not to be opened'));
      await expect(importCatalogueFile({ context }, join(folder, 'none'), false)).rejects.toMatchObject({ exitCode: 66 });
      writeFileSync(join(folder, 'latin1'), Buffer.from('{"kind":"\xe4"}', 'latin1'));
      await expect(importCatalogueFile({ context }, join(folder, 'latin1'), false)).rejects.toMatchObject({ exitCode: 65 });
    });
  });

  describe('as a table', () => {
    let text: string;
    let rows: Record<string, string>[];
    beforeAll(async () => {
      const answer = await server.http.get('/open-data/calls.csv').expect(200);
      expect(answer.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
      text = answer.text;
      rows = parse(text, { columns: true, relax_column_count: false, record_delimiter: '\r\n' });
    });

    it('is RFC 4180 with a header, in UTF-8 without a mark', () => {
      expect(text.startsWith('id,url,program_id,')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
      expect(text.split('\r\n')).toHaveLength(23);
      expect(text).not.toMatch(/(?<!\r)\n/);
      expect(text).toContain('böse.example');
    });

    it('has one row a call, no draft among them', () => {
      expect(rows).toHaveLength(21);
      expect(text).not.toMatch(/[Gg]eheim/);
      const row = rows.find(({ round, winners }) => round === '1' && winners === 'DE:05358008')!;
      expect(row).toMatchObject({ state: 'withdrawn', status: 'open', closes_on: '2027-01-31', closes_at: '2027-01-31T11:00:00Z' });
    });

    it('writes no text that a spreadsheet would reckon, and numbers as numbers', () => {
      const row = rows.find(({ program_title, round }) => program_title?.includes('HYPERLINK') && round === '1')!;
      expect(row).toMatchObject({
        program_title: `'=HYPERLINK("http://böse.example";"Klick")`,
        summary: `Zeile eins;'- Zeile "zwei";'=1+1`,
        funders: "'@Bund, Länder / Kommunen",
      });
      for (const cell of rows.flatMap((each) => Object.values(each))) expect(cell).not.toMatch(/^[=+\-@\t\r]|[;|] ?[=+\-@]/);
      expect(rows.some(({ amount_each }) => amount_each === '60000.00')).toBe(true);
    });

    it('describes its columns for programs', async () => {
      const { body } = await server.http.get('/open-data/calls.csv-metadata.json').expect(200);
      expect(body.tableSchema.columns.map(({ name }: Body) => name)).toEqual(Object.keys(rows[0]!));
      const forms: Record<string, RegExp> = {
        integer: /^\d+$/,
        decimal: /^\d+\.\d{2}$/,
        date: /^\d{4}-\d{2}-\d{2}$/,
        dateTime: /^\d{4}-\d{2}-\d{2}T.*Z$/,
        anyURI: /^https?:/,
        string: /./,
      };
      for (const { name, datatype, required } of body.tableSchema.columns) {
        const wrong = rows.map((row) => row[name]!).filter((cell) => (cell === '' ? required : !forms[datatype]!.test(cell)));
        expect([name, wrong]).toEqual([name, []]);
      }
    });
  });
});
