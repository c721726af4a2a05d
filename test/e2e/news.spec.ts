import { Instance } from '@app/accounts/instance.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const HOSTILE = 'Neu <script>alert("&")</script> \u0007]]> &amp; \'x\'';
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('news of calls', () => {
  let server: TestServer;
  let program: { id: string };
  const ids: Record<string, string> = {};

  const send = async (path: string, body: object) => (await server.asAdmin().post(path).send(body).expect(201)).body;
  const step = async (id: string, version: number, name: string, body: object = {}) =>
    (await server.asAdmin().post(`/api/v1/calls/${id}/${name}`).set('If-Match', `"${version}"`).send(body).expect(200)).body;
  const fetchText = async (path: string) => (await server.http.get(path).buffer(true).expect(200)).text;
  const entriesOf = (xml: string) => [...xml.matchAll(/<entry>.*?<\/entry>/gs)].map(([entry]) => entry);
  const idsOf = (xml: string) => [...xml.matchAll(/<id>urn:uuid:([\w-]+)<\/id>/g)].map(([, id]) => id);

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await server.app.get(Instance, { strict: false }).ensure({ domain: 'foerdertakt.example', demonstration: false });
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
    program = await send('/api/v1/programs', MODELLKOMMUNE_PROGRAM);
    const first = await send('/api/v1/calls', roundOne(program.id));
    const second = await send('/api/v1/calls', roundTwo(program.id, first.id));
    Object.assign(ids, { first: first.id, second: second.id });
    await step(first.id, 1, 'publication');
    server.clock.advance({ hours: 1 });
  }, 60_000);
  afterAll(() => server?.close());

  it('hold no draft', async () => {
    expect(idsOf(await fetchText('/feeds/open-calls.atom'))).toEqual([ids.first]);
    expect(await fetchText('/feeds/open-calls.rss')).not.toContain(ids.second);
  });

  it('begin with the newest change, say who, until when and how much, and keep their ids', async () => {
    await step(ids.second!, 1, 'publication');
    const atom = await fetchText('/feeds/open-calls.atom');
    expect(idsOf(atom)).toEqual([ids.second, ids.first]);
    expect(atom).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" xml:lang="de">/);
    expect(atom).toContain('<id>tag:foerdertakt.example,2026:open-calls?lang=de</id>');
    expect(atom).toContain('</title><updated>2014-06-12T08:00:00.000Z</updated>');
    expect(atom).toContain(`<link rel="self" type="application/atom+xml" href="${server.url}/feeds/open-calls.atom?lang=de"/>`);
    const [entry] = entriesOf(atom);
    expect(entry).toContain('<title>Modellkommune E-Government, 2.\u00a0Runde</title>');
    expect(entry).toContain('<published>2014-06-12T08:00:00.000Z</published><updated>2014-06-12T08:00:00.000Z</updated>');
    expect(entry).toContain('<author><name>Bundesministerium des Innern</name></author>');
    expect(entry).toContain(`<link rel="alternate" type="text/html" href="${server.url}/calls/${ids.second}"/>`);
    expect(entry).toContain('<category term="Digitalisierung"/>');
    expect(entry).toMatch(/Frist: bis Freitag, 25\.\u00a0Juli 2014/);
    expect(await fetchText('/feeds/open-calls.atom?lang=en')).toContain('xml:lang="en"');
  });

  it('are the same bytes until something changes; then 304 ends', async () => {
    for (const file of ['atom', 'rss']) {
      const path = `/feeds/open-calls.${file}`;
      const answer = await server.http.get(path).buffer(true).expect(200);
      const { etag } = answer.headers as { etag: string };
      expect(answer.headers).toMatchObject({
        'content-type': `application/${file}+xml; charset=utf-8`,
        'cache-control': 'private, no-cache, no-transform',
      });
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      server.clock.advance({ hours: 24 });
      await server.http.get(path).set('If-None-Match', etag).expect(304);
      await server.http.get(path).set('If-None-Match', `"other", W/${etag}`).expect(304);
      await server.http.head(path).expect(200).expect('etag', etag);
    }
  });

  it('come up again when the date moves and when the call is withdrawn, under the same id', async () => {
    const before = await server.http.get('/feeds/open-calls.atom').buffer(true);
    const call = (await server.http.get(`/api/v1/calls/${ids.first}`)).body;
    await step(call.id, call.version, `deadlines/${call.deadlines[0].id}/amendments`, {
      schedule: { kind: 'fixed', closes: { date: '2014-08-31' } },
      reason: 'verlängert',
    });
    const changed = await server.http.get('/feeds/open-calls.atom').set('If-None-Match', before.headers.etag!).buffer(true).expect(200);
    expect(idsOf(changed.text)).toEqual([ids.first, ids.second]);
    server.clock.advance({ hours: 1 });
    await step(ids.second!, 2, 'withdrawal', { reason: 'Keine Mittel <mehr>' });
    const [entry] = entriesOf(await fetchText('/feeds/open-calls.atom'));
    expect(entry).toContain('<title>Zurückgezogen: Modellkommune');
    expect(entry).toContain('>Keine Mittel &lt;mehr&gt;&#10;');
    expect(entry).toContain('<published>2014-06-12T08:00:00.000Z</published><updated>2014-06-14T09:00:00.000Z</updated>');
  });

  it('can be had of a state, of a topic, of an authority', async () => {
    const rhineland = await send('/api/v1/calls', {
      ...roundOne(program.id),
      round: '3',
      winners: [],
      rule: { territory: { in: ['DE-07'] } },
      award: { amountEach: EUR('1.00') },
    });
    await step(rhineland.id, 1, 'publication');
    const of = async (query: string) => idsOf(await fetchText(`/feeds/open-calls.atom?${query}`));
    expect(await of('')).toEqual([rhineland.id, ids.second, ids.first]);
    expect(await of('state=DE-05')).toEqual([ids.second, ids.first]);
    expect(await of('state=DE-07')).toContain(rhineland.id);
    expect(await of('authority=DE:05358008')).toEqual([ids.second, ids.first]);
    expect(await of('authority=DE:05515000')).toEqual([]);
    expect(await of('topic=Digitalisierung')).toHaveLength(3);
    expect(await of('topic=digital%25')).toEqual([]);
    expect(await fetchText('/feeds/open-calls.atom?state=DE-05')).toContain('open-calls?state=DE-05&amp;lang=de</id>');
  });

  it.each([
    ['authority=DE:00000000', '/authority'],
    ['state=named:x', '/state'],
    ['topics=x', '/topics'],
    ['lang=fr', '/lang'],
  ])('refuse ?%s', async (query, pointer) => {
    const refusal = await server.http.get(`/feeds/open-calls.atom?${query}`).expect(422);
    expect(refusal.body.errors[0].pointer).toBe(pointer);
  });

  it('escape whatever editors write, in RSS twice', async () => {
    const { id } = await send('/api/v1/calls', { ...roundOne(program.id), title: { de: HOSTILE.replace('\u0007', '') }, round: '4' });
    await step(id, 1, 'publication');
    const [atom, rss] = [await fetchText('/feeds/open-calls.atom'), await fetchText('/feeds/open-calls.rss')];
    const written = 'Neu &lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt; ]]&gt; &amp;amp; &apos;x&apos;';
    expect(atom).toContain(`<title>${written}</title>`);
    expect(rss).toContain(`<title>${written}</title>`);
    expect(rss).toContain('Keine Mittel &amp;lt;mehr&amp;gt;&lt;br&gt;');
    expect(rss).toContain('<pubDate>Sat, 14 Jun 2014 09:00:00 GMT</pubDate>');
    expect(rss).toContain(`<guid isPermaLink="false">urn:uuid:${id}</guid>`);
  });

  it('are found by news readers on every page', async () => {
    const page = await server.http.get('/calls?lang=en').set('Accept', 'text/html').expect(200);
    expect(page.text).toContain('type="application/atom+xml" title="New and changed calls" href="/feeds/open-calls.atom?lang=en"');
    expect(page.text).toContain('href="/feeds/open-calls.rss?lang=en"');
  });
});
