import { Instance } from '@app/accounts/instance.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

describe('calendar feeds of an authority', () => {
  let server: TestServer;
  let clerk: Agent;
  let foreigner: Agent;
  let call: { id: string; version: number; deadlines: { id: string }[] };
  let feed: { id: string; url: string; webcalUrl: string };

  async function clerkOf(key: string, email: string): Promise<Agent> {
    const person = { email, name: 'B. Lennartz', language: 'de', roles: ['staff'], authorities: [key] };
    const { id } = (await server.asAdmin().post('/api/v1/people').send(person).expect(201)).body;
    return server.as((await server.asAdmin().post(`/api/v1/people/${id}/tokens`).send({ name: 'test' }).expect(201)).body.token);
  }
  const path = (url: string) => url.slice(server.url.length);
  const fetchFeed = () => server.http.get(path(feed.url)).buffer(true).expect(200);
  const unfolded = (ics: string) => ics.replaceAll(/\r\n[ \t]/g, '');
  const lines = async () => unfolded((await fetchFeed()).text).split('\r\n');
  const step = async (name: string, body: object) => {
    call = (await server.asAdmin().post(`/api/v1/calls/${call.id}/${name}`).set('If-Match', `"${call.version}"`).send(body).expect(200))
      .body;
  };

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await server.app.get(Instance, { strict: false }).ensure({ domain: 'foerdertakt.example', demonstration: false });
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
    clerk = await clerkOf('DE:05358008', 'clerk@dueren.example');
    foreigner = await clerkOf('DE:05515000', 'clerk@muenster.example');
    const program = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const first = (await server.asAdmin().post('/api/v1/calls').send(roundOne(program.id)).expect(201)).body;
    call = (await server.asAdmin().post('/api/v1/calls').send(roundTwo(program.id, first.id)).expect(201)).body;
    feed = (await clerk.post('/api/v1/authorities/DE:05358008/feeds').send({ scope: 'eligible' }).expect(201)).body;
  }, 60_000);
  afterAll(() => server.close());

  it('are made by its staff alone', async () => {
    expect(feed.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/feeds\/[A-Za-z0-9_-]{43}\/dueren\.ics$/);
    expect(feed.webcalUrl).toBe(feed.url.replace('http:', 'webcal:'));
    await foreigner.post('/api/v1/authorities/DE:05358008/feeds').send({ scope: 'eligible' }).expect(404);
    await foreigner.get('/api/v1/authorities/DE:05358008/feeds').expect(404);
    await foreigner.post(`/api/v1/feeds/${feed.id}/rotation`).expect(404);
    await foreigner.delete(`/api/v1/feeds/${feed.id}`).set('If-Match', '"1"').expect(404);
    await server.http.post('/api/v1/authorities/DE:05358008/feeds').send({ scope: 'eligible' }).expect(401);
  });

  it('store the hash of their token only', async () => {
    const token = feed.url.split('/')[4]!;
    const everything = JSON.stringify(await server.database.sql('select * from feed'));
    expect(everything).not.toContain(token);
  });

  it('hold nothing of a draft', async () => {
    expect((await fetchFeed()).text).not.toContain('BEGIN:VEVENT');
  });

  it('show a published call at once, as a whole day that ends on the next', async () => {
    await step('publication', {});
    const entry = await lines();
    expect(entry).toEqual(
      expect.arrayContaining([
        `UID:${call.deadlines[0]!.id}-1@foerdertakt.example`,
        'DTSTART;VALUE=DATE:20140725',
        'DTEND;VALUE=DATE:20140726',
        'SUMMARY:Frist: Modellkommune E-Government\\, 2. Runde'.replace('2. Runde', '2.\u00a0Runde'),
        'STATUS:CONFIRMED',
        'SEQUENCE:0',
        'TRANSP:TRANSPARENT',
      ]),
    );
    expect(entry.find((line) => line.startsWith('DESCRIPTION'))).toContain('93.207');
  });

  it('answer 304 to whoever has the bytes, and the same bytes to everybody else', async () => {
    const first = await fetchFeed();
    expect(first.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'x-robots-tag': 'noindex' });
    expect(first.headers['content-encoding']).toBeUndefined();
    expect(first.headers['set-cookie']).toBeUndefined();
    const { etag } = first.headers as { etag: string };
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      await server.http.get(path(feed.url)).set('If-None-Match', tag).expect(304);
    }
    expect((await server.http.get(path(feed.url)).set('If-None-Match', '"other"').expect(200)).headers.etag).toBe(etag);
    await server.http.head(path(feed.url)).expect(200).expect('etag', etag);
    server.clock.advance({ hours: 5 });
    expect((await fetchFeed()).headers.etag).toBe(etag);
  });

  it('keep the UID and raise the sequence when the deadline moves', async () => {
    await step(`deadlines/${call.deadlines[0]!.id}/amendments`, {
      schedule: { kind: 'fixed', closes: { date: '2014-08-01', time: '12:00' } },
      reason: 'verlängert',
    });
    const entry = await lines();
    expect(entry.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(entry).toEqual(
      expect.arrayContaining([`UID:${call.deadlines[0]!.id}-1@foerdertakt.example`, 'DTSTART;VALUE=DATE:20140801', 'SEQUENCE:1']),
    );
    expect(entry.find((line) => line.startsWith('SUMMARY'))).toContain('bis 12:00');
  });

  it('keep a withdrawn call as cancelled for 90 days, then drop it', async () => {
    await step('withdrawal', { reason: 'Die Mittel stehen nicht mehr zur Verfügung.' });
    expect(await lines()).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:2']));
    server.clock.advance({ hours: 24 * 91 });
    expect((await fetchFeed()).text).not.toContain('BEGIN:VEVENT');
    server.clock.advance({ hours: -24 * 91 });
  });

  it('are public for all open calls', async () => {
    expect((await server.http.get('/feeds/open-calls.ics').buffer(true).expect(200)).text).toContain('BEGIN:VCALENDAR');
  });

  it('say under the old address that they were renewed, for 14 days', async () => {
    const old = feed;
    feed = { ...feed, ...(await clerk.post(`/api/v1/feeds/${feed.id}/rotation`).expect(200)).body };
    expect(feed.url).not.toBe(old.url);
    await fetchFeed();
    const notice = (await server.http.get(path(old.url)).buffer(true).expect(200)).text;
    expect(unfolded(notice)).toContain('SUMMARY:Dieses Abo wurde erneuert');
    server.clock.advance({ hours: 24 * 14 + 1 });
    await server.http.get(path(old.url)).expect(410);
  });

  it('end when they are deleted; unknown tokens are 404', async () => {
    expect((await clerk.get(`/api/v1/feeds/${feed.id}`).expect(200)).headers.etag).toBe('"2"');
    await foreigner.get(`/api/v1/feeds/${feed.id}`).expect(404);
    const [listed] = (await clerk.get('/api/v1/authorities/DE:05358008/feeds').expect(200)).body.items;
    expect(listed).toMatchObject({ id: feed.id, scope: 'eligible', language: 'de' });
    await clerk.delete(`/api/v1/feeds/${feed.id}`).expect(428);
    await clerk.delete(`/api/v1/feeds/${feed.id}`).set('If-Match', `"${listed.version}"`).expect(204);
    await server.http.get(path(feed.url)).expect(410);
    await server.http.get(`/feeds/${'A'.repeat(43)}/dueren.ics`).expect(404);
    await server.http.get('/feeds/short/dueren.ics').expect(404);
  });
});
