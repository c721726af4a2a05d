import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { RunRegisterImport } from '@app/authorities/run-register-import.js';
import { systemActor } from '@app/kernel/actor.js';
import { startTestServer, type TestServer } from '../../support/server.js';
import { describeWithData, sharedFile } from '../../support/shared-data.js';

describeWithData('importing the German register', () => {
  let server: TestServer;
  const whole = sharedFile('register/GV100AD_30112023.txt');

  async function importFile(content: Buffer, format = 'gv100ad') {
    const started = await server
      .asAdmin()
      .post('/api/v1/register-imports')
      .field('format', format)
      .attach('file', content, 'register.txt')
      .expect(202);
    await server.app.get(RunRegisterImport, { strict: false }).run(started.body.id);
    return (await server.asAdmin().get(`/api/v1/register-imports/${started.body.id}`).expect(200)).body;
  }
  const authorities = async (query = '') => (await server.http.get(`/api/v1/authorities?limit=1${query}`).expect(200)).body;

  beforeAll(async () => {
    server = await startTestServer();
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
  }, 60_000);
  afterAll(() => server.close());

  it('merges with the demonstration by key: exactly 12,272 authorities, none of them changed', async () => {
    expect((await authorities()).total).toBe(121);
    expect(await importFile(whole)).toMatchObject({
      state: 'done',
      counts: { added: 12_151, changed: 0, unchanged: 121, ended: 0 },
      problems: [],
    });
    expect((await authorities()).total).toBe(12_272);
    const origins = await server.database.sql<{ origin: string }>('select distinct origin from authority');
    expect(origins).toEqual([{ origin: 'register' }]);
  }, 60_000);

  it('changes nothing the second time, and says so', async () => {
    const before = await server.database.sql('select max(version) as version, max(revision) as revision from authority');
    expect(await importFile(whole)).toMatchObject({ state: 'done', counts: { added: 0, changed: 0, unchanged: 12_272, ended: 0 } });
    expect(await server.database.sql('select max(version) as version, max(revision) as revision from authority')).toEqual(before);
  }, 60_000);

  it.each([
    ['municipality', 10_773],
    ['county', 294],
    ['municipal_association', 1_205],
  ])('finds every %s: %i', async (type, count) => {
    expect((await authorities(`&type=${type}`)).total).toBe(count);
  });

  it('keeps states as territories and unincorporated areas out', async () => {
    expect(await server.database.sql('select count(*)::int as count from territory')).toEqual([{ count: 16 }]);
    expect((await authorities('&type=state')).total).toBe(0);
    expect((await authorities('&type=unincorporated_area')).total).toBe(0);
  });

  it('counts 84,358,845 inhabitants in counties and independent cities', async () => {
    const [sum] = await server.database.sql<{ sum: string }>(
      `select sum(f.value) as sum from authority a join population_figure f on f.authority_id = a.id where a.types && '{county,independent_city}'`,
    );
    expect(sum!.sum).toBe('84358845');
  });

  it('shows names without their official suffix, and each figure with its date and source', async () => {
    const dueren = (await server.http.get('/api/v1/authorities/DE:05358008').expect(200)).body;
    expect(dueren).toMatchObject({
      name: 'Düren',
      officialName: 'Düren, Stadt',
      territory: 'DE-05358008',
      types: expect.arrayContaining(['municipality', 'town', 'district_municipality']),
      population: [
        { value: 93_207, asOf: '2022-12-31', source: '© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis, Gebietsstand 30.11.2023' },
      ],
    });
  });

  it.each([
    ['query=d%C3%BCren', 'DE:05358'],
    ['query=dueren&type=town', 'DE:05358008'],
    ['query=DE:07135', 'DE:07135'],
    ['within=DE-05358&type=town&query=j%C3%BClich', 'DE:05358024'],
    ['populationAtLeast=3000000', 'DE:11000000'],
    ['query=100%25', undefined],
  ])('searches %s', async (query, first) => {
    const { items } = (await server.http.get(`/api/v1/authorities?${query}`).expect(200)).body;
    expect(items[0]?.key).toBe(first);
  });

  it('pages through without a gap or a repetition', async () => {
    const keys: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { key: string }[]; next: string | null } = (
        await server.http.get(`/api/v1/authorities?type=county&limit=100${cursor && `&cursor=${cursor}`}`).expect(200)
      ).body;
      keys.push(...page.items.map((item) => item.key));
      cursor = page.next;
    }
    expect(keys).toHaveLength(294);
    expect(new Set(keys).size).toBe(294);
  });

  it('reports a line that cannot be read and takes the others', async () => {
    const lines = whole.toString('utf8').split('\n');
    const broken = lines.findIndex((line) => line.startsWith('60') && line.includes('Düren, Stadt'));
    lines[broken] = `${lines[broken]!.slice(0, 139)}0000009320X${lines[broken]!.slice(150)}`;
    const result = await importFile(Buffer.from(lines.join('\n')));
    expect(result).toMatchObject({ state: 'done', counts: { ended: 0 } });
    expect(result.problems).toEqual([{ line: broken + 1, reason: expect.stringContaining('Einwohnerzahl') }]);
    expect((await server.http.get('/api/v1/authorities/DE:05358008').expect(200)).body.population[0].value).toBe(93_207);
  }, 60_000);

  it.each([
    ['a truncated file', () => whole.subarray(0, 2_000_000)],
    ['one whole line less at the end', () => whole.subarray(0, whole.lastIndexOf('\n', whole.length - 2) + 1)],
    ['a wrong format', () => Buffer.from('name;population\nDüren;93207\n')],
    ['nothing', () => Buffer.from(' ')],
  ])(
    'refuses %s whole',
    async (_, content) => {
      const result = await importFile(content());
      expect(result.state).toBe('refused');
      expect(result.problems).toHaveLength(1);
      expect((await authorities()).total).toBe(12_272);
    },
    60_000,
  );

  it('takes facts from the documented CSV', async () => {
    const csv = `key,parent_key,name,types,population,population_date,valid_from,valid_to,fact:grwArea\nDE:05358008,DE:05358,Düren,municipality|town|district_municipality,93207,2022-12-31,,,true\n`;
    expect(await importFile(Buffer.from(csv), 'csv')).toMatchObject({ state: 'done', counts: { added: 0, ended: 0 } });
    const dueren = (await server.http.get('/api/v1/authorities/DE:05358008').expect(200)).body;
    expect(dueren).toMatchObject({ name: 'Düren', officialName: 'Düren, Stadt' });
    const { facts } = (await server.http.get('/api/v1/authorities/DE:05358008').expect(200)).body;
    expect(facts).toMatchObject([{ name: 'grwArea', value: true }]);
  });

  it('wants a file, and says so at its place', async () => {
    const { body } = await server.asAdmin().post('/api/v1/register-imports').field('format', 'csv').expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/file', code: 'required' }]);
    await server.asAdmin().post('/api/v1/register-imports').field('format', 'csv').field('file', 'text').expect(422);
  });

  it('lets staff import nothing', async () => {
    await server.http.post('/api/v1/register-imports').field('format', 'csv').attach('file', Buffer.from('x'), 'x.csv').expect(401);
  });
});
