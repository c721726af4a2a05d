import type { Response } from 'supertest';
import { CUSTOM_FIELDS } from '../../apps/server/src/common-grants/custom-field-schemas.js';
import { faultsBySchema, faultsOf } from '../support/common-grants-shapes.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const BASE = '/common-grants/opportunities';
const UNKNOWN = '01900000-0000-7000-8000-0000000000aa';
const EUR = (amount: string) => ({ amount, currency: 'EUR' });
type Body = Response['body'];

describe('CommonGrants', () => {
  let server: TestServer;
  let program: { id: string };
  let first: Body;
  let second: Body;
  let draft: Body;

  const send = async (path: string, body: object): Promise<Body> => (await server.asAdmin().post(path).send(body).expect(201)).body as Body;
  const step = async (call: Body, name: string, body: object = {}): Promise<Body> =>
    (await server.asAdmin().post(`/api/v1/calls/${call.id}/${name}`).set('If-Match', `"${call.version}"`).send(body).expect(200)).body;
  const publish = (call: Body) => step(call, 'publication');
  const one = async (id: string): Promise<Body> => {
    const { body } = await server.http.get(`${BASE}/${id}`).expect(200);
    expect(faultsOf('opportunity', body)).toEqual([]);
    return body.data;
  };
  const search = async (body: object): Promise<Body> => {
    const answer = await server.http.post(`${BASE}/search`).send(body).expect(200);
    expect(faultsOf('search', answer.body)).toEqual([]);
    return answer.body;
  };
  const found = async (body: object) => (await search(body)).items.map(({ title }: Body) => title);

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    program = (await send('/api/v1/programs', { ...MODELLKOMMUNE_PROGRAM, guidelineUrl: 'https://bund.example/richtlinie' })) as {
      id: string;
    };
    first = await publish(await send('/api/v1/calls', roundOne(program.id)));
    server.clock.advance({ minutes: 5 });
    second = await publish(await send('/api/v1/calls', roundTwo(program.id, first.id)));
    const hidden = await send('/api/v1/programs', { title: { de: 'Geheimer Entwurf' }, partners: [] });
    draft = await send('/api/v1/calls', roundOne(hidden.id));
    await send('/api/v1/calls', { ...roundOne(program.id), round: '3' });
  }, 60_000);
  afterAll(() => server?.close());

  it('shows a programme as an opportunity with the status, dates and money of its current round', async () => {
    const data = await one(program.id);
    expect(data).toMatchObject({
      title: 'Modellkommune E-Government',
      status: { value: 'open' },
      funding: { minAwardAmount: EUR('60000.00'), maxAwardAmount: EUR('60000.00'), estimatedAwardCount: 5 },
      keyDates: {
        postDate: { eventType: 'singleDate', date: '2014-06-12' },
        closeDate: { eventType: 'singleDate', date: '2014-07-25' },
        otherDates: { application: { eventType: 'singleDate', date: '2014-07-25' } },
      },
      source: 'https://bund.example/richtlinie',
      lastModifiedAt: '2014-06-12T07:05:00Z',
    });
    expect(data.acceptedApplicantTypes.map(({ value }: Body) => value)).toEqual(['government_municipal', 'government_county']);
    expect(JSON.stringify(data)).not.toMatch(/"time":|:null/);
  });

  it('shows its rounds as competitions, drafts not among them', async () => {
    const { competitions } = await one(program.id);
    expect(competitions.map(({ id, status }: Body) => [id, status.value])).toEqual([
      [second.id, 'open'],
      [first.id, 'closed'],
    ]);
    const { body } = await server.http.get(`/common-grants/competitions/${second.id}`).expect(200);
    expect(faultsOf('competition', body)).toEqual([]);
    expect(body.data).toEqual(competitions[0]);
    expect(body.data.opportunityId).toBe(program.id);
  });

  it('says in custom fields what the standard cannot, each with its schema', async () => {
    const { customFields } = await one(program.id);
    expect(customFields).toMatchObject({
      currentRound: { value: second.id },
      eligibilityRule: { fieldType: 'object', value: second.rule },
      award: { value: { instalments: [EUR('30000.00'), EUR('30000.00')] } },
      deadlines: { value: [{ status: 'open', closesAt: '2014-07-25T22:00:00Z', deadline: { zone: 'Europe/Berlin' } }] },
      topics: { value: ['Digitalisierung'] },
      fundingLevel: { value: 'federal' },
    });
    for (const { name, schema, value } of Object.values(customFields) as Body[]) {
      expect(schema).toBe(`${server.url}/common-grants/schemas/${name}.json`);
      const { body } = await server.http.get(schema.slice(server.url.length)).expect(200);
      expect(body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: schema });
      expect([name, faultsBySchema(body, value)]).toEqual([name, []]);
      expect([name, faultsBySchema(body, { surely: 'not this' })]).not.toEqual([name, []]);
    }
  });

  it.each(Object.keys(CUSTOM_FIELDS))('publishes a schema of "%s" that refers to nothing outside of it', async (name) => {
    const { body } = await server.http.get(`/common-grants/schemas/${name}.json`).expect(200);
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, target]) => target!);
    expect(JSON.stringify(body)).not.toContain('#/components');
    expect(references.filter((target) => !(target in (body.$defs ?? {})))).toEqual([]);
  });

  it('hides drafts everywhere', async () => {
    const list = await server.asAdmin().get(BASE).expect(200);
    expect(faultsOf('list', list.body)).toEqual([]);
    expect(list.body.items.map(({ id }: Body) => id)).toEqual([program.id]);
    await server.asAdmin().get(`/common-grants/competitions/${draft.id}`).expect(404);
    await server.asAdmin().get(`${BASE}/${draft.programId}`).expect(404);
    expect(await found({ search: 'Geheimer' })).toEqual([]);
  });

  describe('with many programmes', () => {
    beforeAll(async () => {
      for (let n = 1; n <= 23; n += 1) {
        server.clock.advance({ minutes: n % 3 });
        const own = await send('/api/v1/programs', { title: { de: `Programm ${n}` }, partners: [], topics: [] });
        const closes = n % 2 === 0 ? '2014-05-01' : `2014-08-${String(n).padStart(2, '0')}`;
        const deadlines = [
          { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date: closes } } },
        ];
        await publish(
          await send('/api/v1/calls', {
            programId: own.id,
            round: '1',
            rule: { allOf: [] },
            deadlines,
            award: { totalBudget: EUR(`${n}000.00`) },
          }),
        );
      }
    }, 60_000);

    it.each([1, 5, 7, 24, 100])('the pages of %i hold each exactly once, the last change first', async (pageSize) => {
      const items: Body[] = [];
      let info: Body = { totalPages: 1 };
      for (let page = 1; page <= info.totalPages; page += 1) {
        const { body } = await server.http.get(BASE).query({ page, pageSize }).expect(200);
        expect(faultsOf('list', body)).toEqual([]);
        info = body.paginationInfo;
        expect(info).toEqual({ page, pageSize, totalItems: 24, totalPages: Math.ceil(24 / pageSize) });
        items.push(...body.items);
      }
      expect(items).toHaveLength(info.totalItems);
      expect(new Set(items.map(({ id }) => id)).size).toBe(24);
      const changes = items.map(({ lastModifiedAt }) => Temporal.Instant.from(lastModifiedAt).epochMilliseconds);
      expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    });

    it('a changed programme comes first at once, under its new title', async () => {
      const [, other] = (await server.http.get(BASE).expect(200)).body.items;
      server.clock.advance({ minutes: 1 });
      const path = `/api/v1/programs/${other.id}`;
      const { version } = (await server.asAdmin().get(path).expect(200)).body;
      await server
        .asAdmin()
        .patch(path)
        .set('If-Match', `"${version}"`)
        .send({ summary: { de: 'Neu gefasst' } })
        .expect(200);
      const [first] = (await server.http.get(BASE).expect(200)).body.items;
      expect([first.id, first.description]).toEqual([other.id, 'Neu gefasst']);
    });

    it('a page behind the last is empty, a size above 100 is 100', async () => {
      const { body } = await server.http.get(BASE).query({ page: 99, pageSize: 5000 }).expect(200);
      expect([body.items, body.paginationInfo]).toEqual([[], { page: 99, pageSize: 100, totalItems: 24, totalPages: 1 }]);
    });

    it('are filtered by status, closing day and money', async () => {
      const status = (...value: string[]) => ({ filters: { status: { operator: 'in', value } } });
      expect(await found(status('closed'))).toHaveLength(11);
      expect(await found(status('open', 'closed'))).toHaveLength(24);
      expect(await found({ filters: { status: { operator: 'notIn', value: ['open'] } } })).toHaveLength(11);
      const closeDateRange = { operator: 'between', value: { min: '2014-08-01', max: '2014-08-03' } };
      expect((await found({ filters: { closeDateRange } })).toSorted()).toEqual(['Programm 1', 'Programm 3']);
      const range = { operator: 'between', value: { min: EUR('2000'), max: EUR('3000.5') } };
      expect((await found({ filters: { totalFundingAvailableRange: range } })).toSorted()).toEqual(['Programm 2', 'Programm 3']);
      const instants = { operator: 'between', value: { min: '2014-08-01T00:00:00Z', max: '2014-08-03T23:59:59Z' } };
      expect(await found({ filters: { closeDateRange: instants } })).toHaveLength(2);
      const dollars = { ...range, value: { min: { amount: '1', currency: 'USD' }, max: { amount: '9999999', currency: 'USD' } } };
      expect(await found({ filters: { totalFundingAvailableRange: dollars } })).toEqual([]);
    });

    it('name filters and orders that they do not know, and answer all the same', async () => {
      const answer = await search({
        filters: {
          agency: { operator: 'eq', value: 'x' },
          status: { operator: 'like', value: 'o' },
          constructor: {},
          customFilters: { topic: {}, level: {} },
        },
        sorting: { sortBy: 'constructor', sortOrder: 'sideways' },
      });
      expect(answer.filterInfo.filters).toEqual({});
      expect(answer.filterInfo.errors).toHaveLength(5);
      expect(answer.filterInfo.errors).toContain('The filter "customFilters.topic" is not supported');
      expect(answer.sortInfo).toMatchObject({
        sortBy: 'lastModifiedAt',
        sortOrder: 'desc',
        errors: [expect.any(String), expect.any(String)],
      });
      expect(answer.paginationInfo.totalItems).toBe(24);
    });

    it('are found by words, sorted and paged', async () => {
      expect(await found({ search: 'e-government' })).toEqual(['Modellkommune E-Government']);
      const sorting = { sortBy: 'funding.totalAmountAvailable', sortOrder: 'asc' };
      const page = await search({ sorting, pagination: { page: 2, pageSize: 3 } });
      expect(page.items.map(({ title }: Body) => title)).toEqual(['Programm 4', 'Programm 5', 'Programm 6']);
      expect((await found({ sorting: { ...sorting, sortOrder: 'desc' } }))[0]).toBe('Programm 23');
      expect(await found({ sorting: { ...sorting, sortOrder: 'desc' } })).toHaveLength(24);
      expect((await found({ sorting })).at(-1)).toBe('Modellkommune E-Government');
    });
  });

  describe('errors have a status, a message and a list, and nothing else', () => {
    it.each([
      ['an unknown opportunity', 'get', `${BASE}/${UNKNOWN}`, 404],
      ['an unknown competition', 'get', `/common-grants/competitions/${UNKNOWN}`, 404],
      ['an unknown schema', 'get', '/common-grants/schemas/constructor.json', 404],
      ['no UUID', 'get', `${BASE}/17`, 400],
      ['no UUID', 'get', '/common-grants/competitions/x', 400],
      ['page 0', 'get', `${BASE}?page=0`, 400],
      ['no page', 'get', `${BASE}?page=two`, 400],
      ['two pages', 'get', `${BASE}?page=1&page=2`, 400],
      ['no size', 'get', `${BASE}?pageSize=0`, 400],
      ['an address that is not there', 'get', '/common-grants/forms', 404],
      ['the root', 'get', '/common-grants', 404],
      ['a method that is not there', 'delete', `${BASE}/${UNKNOWN}`, 405],
      ['NUL in the address', 'get', `${BASE}/%00`, 400],
    ] as const)('%s', async (_what, method, path, status) => {
      const { body } = await server.http[method](path)
        .set('Accept', 'text/html')
        .expect(status)
        .expect('Content-Type', /^application\/json/);
      expect(faultsOf('error', body)).toEqual([]);
      expect(body.status).toBe(status);
    });

    it.each([
      ['broken JSON', 'application/json', '{"search":', 400],
      ['a list', 'application/json', '[]', 400],
      ['page 0', 'application/json', '{"pagination":{"page":0}}', 400],
      ['a search that is no text', 'application/json', '{"search":1}', 400],
      ['NUL in a text', 'application/json', '{"search":"\\u0000"}', 400],
      ['a form', 'application/x-www-form-urlencoded', 'search=x', 415],
      ['XML', 'application/xml', '<search/>', 415],
    ])('%s in a search', async (_what, type, sent, status) => {
      const { body } = await server.http.post(`${BASE}/search`).set('Content-Type', type).send(sent).expect(status);
      expect(faultsOf('error', body)).toEqual([]);
      expect(body.status).toBe(status);
    });

    it('a token that is none', async () => {
      const { body } = await server.http
        .get(BASE)
        .set('Authorization', `Bearer ${'x'.repeat(40)}`)
        .expect(401);
      expect(faultsOf('error', body)).toEqual([]);
    });
  });

  it('shows withdrawal as a status of its own, and the round before as the current one', async () => {
    await step(second, 'withdrawal', { reason: 'Keine Mittel' });
    const data = await one(program.id);
    expect(data.status.value).toBe('closed');
    expect(data.customFields.currentRound.value).toBe(first.id);
    expect(data.competitions[0]).toMatchObject({
      status: { value: 'custom', customValue: 'withdrawn' },
      customFields: { withdrawalReason: { value: 'Keine Mittel' } },
    });
  });
});

describe('the shapes of the standard', () => {
  it('refuse what they do not name, null, a time and what is missing', () => {
    const event = { name: 'x', eventType: 'singleDate', date: '2014-07-25', time: '12:00:00' };
    const data = {
      id: UNKNOWN,
      opportunityId: UNKNOWN,
      title: null,
      status: { value: 'forecasted' },
      keyDates: { closeDate: event },
      forms: { forms: {} },
    };
    const faults = faultsOf('competition', { status: 200, message: 'Success', data: { ...data, extra: 1 } });
    for (const named of ['"extra"', '"createdAt"', '"lastModifiedAt"', '/data/title', '/data/status/value', '"time"']) {
      expect([named, faults.some((fault) => fault.includes(named))]).toEqual([named, true]);
    }
  });
});
