import type { Response } from 'supertest';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const HOSTILE = 'Ende </script><script>alert(1)</script> & <!-- "x" \u2028';
type Body = Response['body'];
const settings = { OPEN_DATA_PUBLISHER: 'Land Beispiel', OPEN_DATA_LICENSE: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' };

/** What schema.org (version 29) allows: properties of each type, those it inherits included, as far as we use them. */
const VOCABULARY: Record<string, string[]> = {
  GovernmentService: [
    '@context',
    'url',
    'name',
    'description',
    'sameAs',
    'serviceType',
    'category',
    'provider',
    'serviceOperator',
    'audience',
    'termsOfService',
    'offers',
    'serviceOutput',
  ],
  Organization: ['name', 'url'],
  Audience: ['audienceType'],
  Offer: ['availabilityStarts', 'availabilityEnds'],
  MonetaryGrant: ['name', 'funder', 'amount'],
  MonetaryAmount: ['currency', 'value', 'minValue', 'maxValue'],
};
const strangersIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(strangersIn);
  if (typeof value !== 'object' || value === null) return [];
  const { '@type': type, '@id': _id, ...rest } = value as Record<string, unknown>;
  const own = Object.keys(rest).filter((key) => !VOCABULARY[String(type)]?.includes(key));
  return [...own.map((key) => `${type}.${key}`), ...Object.values(rest).flatMap(strangersIn)];
};

describe('what search engines, browsers and portals read', () => {
  let server: TestServer;
  let first: Body;
  let second: Body;
  let draft: Body;
  const send = async (path: string, body: object): Promise<Body> => (await server.asAdmin().post(path).send(body).expect(201)).body;
  const step = async (call: Body, name: string, body: object = {}): Promise<Body> =>
    (await server.asAdmin().post(`/api/v1/calls/${call.id}/${name}`).set('If-Match', `"${call.version}"`).send(body).expect(200)).body;
  const structured = async (id: string, language = 'de'): Promise<Body[]> => {
    const { text } = await server.http.get(`/calls/${id}?lang=${language}`).expect(200);
    return [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!));
  };

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00', settings });
    const program = await send('/api/v1/programs', { ...MODELLKOMMUNE_PROGRAM, summary: { de: HOSTILE } });
    first = await step(await send('/api/v1/calls', roundOne(program.id)), 'publication');
    server.clock.advance({ hours: 1 });
    second = await step(await send('/api/v1/calls', { ...roundTwo(program.id, first.id), title: { de: HOSTILE } }), 'publication');
    draft = await send('/api/v1/calls', roundOne(program.id));
  }, 60_000);
  afterAll(() => server?.close());

  describe('JSON-LD of schema.org on the page of a call', () => {
    it('says what it is, who pays how much, who may apply and until when', async () => {
      const [call, ...others] = await structured(second.id);
      expect(others).toEqual([]);
      expect(call).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'GovernmentService',
        url: `${server.url}/calls/${second.id}`,
        provider: [{ '@type': 'Organization', name: 'Bundesministerium des Innern' }],
        offers: { '@type': 'Offer', availabilityEnds: '2014-07-25' },
        serviceOutput: { '@type': 'MonetaryGrant', amount: { '@type': 'MonetaryAmount', currency: 'EUR', value: 60000 } },
        category: ['Digitalisierung'],
      });
      expect(call.audience.audienceType).toContain('300.000');
      expect((await structured(second.id, 'en'))[0].audience.audienceType).toContain('300,000');
    });

    it('uses the vocabulary as it is defined', async () => {
      expect(strangersIn(await structured(second.id))).toEqual([]);
      expect(strangersIn({ '@type': 'Offer', deadline: 1 })).toEqual(['Offer.deadline']);
    });

    it('keeps every text inside the script', async () => {
      const [call] = await structured(second.id);
      expect([call.name, call.description]).toEqual([HOSTILE, HOSTILE]);
      const { text } = await server.http.get(`/calls/${second.id}`).expect(200);
      expect(text).not.toMatch(/<script>|<!--/);
    });

    it('is not on pages of drafts and of withdrawn calls', async () => {
      await server.http.get(`/calls/${draft.id}`).expect(404);
      const gone = await step(await step(await send('/api/v1/calls', roundOne(first.programId)), 'publication'), 'withdrawal', {
        reason: 'x',
      });
      expect(await structured(gone.id)).toEqual([]);
    });
  });

  it('the sitemap has every public page with the day of its last change, and nothing else', async () => {
    const { text } = await server.http
      .get('/sitemap.xml')
      .expect(200)
      .expect('Content-Type', /^application\/xml/);
    const found = [...text.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g)];
    const entries = new Map(found.map(([, location, changed]) => [location!.slice(server.url.length), changed]));
    expect(entries.get(`/calls/${first.id}`)).toBe('2014-06-12T07:00:00Z');
    expect(entries.get(`/calls/${second.id}`)).toBe('2014-06-12T08:00:00Z');
    expect(text).not.toContain(draft.id);
    expect([...entries.keys()]).toEqual(expect.arrayContaining(['/calls', '/open-data', '/docs', `/programs/${first.programId}`]));
    for (const path of entries.keys()) await server.http.get(path).expect(200);
  });

  it('robots.txt names the sitemap and what is not for them', async () => {
    const { text } = await server.http
      .get('/robots.txt')
      .expect(200)
      .expect('Content-Type', /^text\/plain/);
    expect(text).toMatch(/^User-agent: \*\nDisallow: \/api\/\n/);
    expect(text).toContain(`\nSitemap: ${server.url}/sitemap.xml\n`);
    expect(text).not.toMatch(/^Disallow: \/(calls|open-data|)$/m);
  });

  it('browsers find the search, and it leads to the list', async () => {
    const page = await server.http.get('/calls?lang=en').expect(200);
    expect(page.text).toContain(
      '<link rel="search" type="application/opensearchdescription+xml" title="Fördertakt" href="/opensearch.xml"/>',
    );
    const { text } = await server.http
      .get('/opensearch.xml')
      .buffer(true)
      .expect(200)
      .expect('Content-Type', /^application\/opensearchdescription\+xml/);
    const template = /<Url type="text\/html" method="get" template="([^"]+)"/.exec(text)![1]!;
    expect(template).toBe(`${server.url}/calls?query={searchTerms}`);
    const found = await server.http.get(template.slice(server.url.length).replace('{searchTerms}', 'modellkommune')).expect(200);
    expect(found.text).toContain(`/calls/${second.id}`);
  });

  it('portals get an entry after DCAT-AP.de whose files are there', async () => {
    const { text } = await server.http
      .get('/open-data/dcat.jsonld')
      .buffer(true)
      .expect(200)
      .expect('Content-Type', /^application\/ld\+json/);
    const { 'dcat:dataset': dataset } = JSON.parse(text);
    expect(dataset['dct:issued']['@value']).toBe('2014-06-12T07:00:00Z');
    for (const distribution of dataset['dcat:distribution']) {
      expect(distribution['dct:license']['@id']).toBe(settings.OPEN_DATA_LICENSE);
      await server.http.get(distribution['dcat:downloadURL']['@id'].slice(server.url.length)).expect(200);
      await server.http.get(distribution['foaf:page']['@id'].slice(server.url.length)).expect(200);
    }
  });

  it('people find all of it on a page that every page links to', async () => {
    expect((await server.http.get('/calls').expect(200)).text).toContain('href="/open-data"');
    const { text } = await server.http.get('/open-data?lang=de').expect(200);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)!;
    expect(JSON.parse(json!)).toMatchObject({
      '@type': 'Dataset',
      license: settings.OPEN_DATA_LICENSE,
      creator: { name: 'Land Beispiel' },
    });
    const files = [...text.matchAll(/href="(\/open-data\/[^"]+)"/g)].map(([, path]) => path!);
    expect(new Set(files).size).toBe(5);
    for (const path of files) await server.http.get(path).expect(200);
    expect(text).toContain('Land Beispiel');
    expect(text).toContain('dl-zero-de/2.0');
    expect((await server.http.get('/open-data?lang=en').expect(200)).text).toContain('<h1>Open data</h1>');
  });
});

describe('a demonstration', () => {
  it('asks search engines to stay away', async () => {
    const server = await startTestServer({ demonstration: true });
    try {
      expect((await server.http.get('/robots.txt').expect(200)).text).toMatch(/^Disallow: \/$/m);
    } finally {
      await server.close();
    }
  });
});
