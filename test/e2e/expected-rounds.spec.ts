import { DUEREN, furnish, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

const THE_DAY_AFTER_CLOSING = '2014-07-26T09:00:00+02:00';
const DE = 'voraussichtlich Juni bis Juli 2015, aus 2\u00a0Runden, unsicher';
const EN = 'expected June to July 2015, from 2\u00a0rounds, uncertain';

describe('the round that is expected', () => {
  let server: TestServer;
  let programId: string;
  let first: { id: string };
  let second: { id: string; version: number };
  let third: { id: string; version: number };
  let feeds: { all: string; announced: string };

  const publish = async (draft: object) => {
    const { id } = (await server.asAdmin().post('/api/v1/calls').send(draft).expect(201)).body;
    return (await server.asAdmin().post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').send({}).expect(200)).body;
  };
  const feed = async (options: object) => {
    const made = await server.asAdmin().post(`/api/v1/authorities/${DUEREN}/feeds`).send({ scope: 'eligible', options }).expect(201);
    return new URL(made.body.url).pathname;
  };
  const expectedIn = async (path: string) => {
    const text = (await server.http.get(path).buffer(true).expect(200)).text.replaceAll(/\r\n[ \t]/g, '');
    return text
      .split('BEGIN:VEVENT\r\n')
      .slice(1)
      .filter((event) => event.includes('-expected@'))
      .map((event) => Object.fromEntries(event.split('\r\n').map((line) => line.split(/:(.*)/s) as [string, string])));
  };
  const pageOf = async (path: string) => wordsOf(await server.http.get(path).set('Accept', 'text/html').expect(200));

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    await furnish(server);
    programId = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    first = await publish(roundOne(programId));
    second = await publish({ ...roundTwo(programId, first.id), source: { url: 'https://bmi.example/', publishedOn: '2014-06-12' } });
    feeds = { all: await feed({}), announced: await feed({ announcedOnly: true }) };
  }, 60_000);
  afterAll(() => server.close());

  it('is none while a round is open', async () => {
    expect((await server.http.get(`/api/v1/calls/${first.id}`).expect(200)).body.expectedRound).toBeUndefined();
    expect((await server.http.get(`/api/v1/programs/${programId}`).expect(200)).body.expectedRounds).toEqual([]);
    expect(await expectedIn(feeds.all)).toEqual([]);
  });

  it('stands with the past rounds and their programme once the last has closed', async () => {
    server.clock.set(Temporal.Instant.from(THE_DAY_AFTER_CLOSING));
    const want = { from: '2015-06', until: '2015-07', rounds: 2, uncertain: true, afterCallId: second.id, text: { de: DE, en: EN } };
    for (const { id } of [first, second]) {
      expect((await server.http.get(`/api/v1/calls/${id}`).expect(200)).body.expectedRound).toEqual(want);
      expect(await pageOf(`/calls/${id}`)).toMatch(
        /Nächste Runde Voraussichtlich Juni bis Juli 2015, aus 2\sRunden, unsicher\. Eine Erwartung/,
      );
    }
    const { items } = (await server.http.get('/api/v1/calls').expect(200)).body;
    expect(items.map(({ expectedRound }: { expectedRound: unknown }) => expectedRound)).toEqual([want, want]);
    expect((await server.http.get(`/api/v1/programs/${programId}`).expect(200)).body.expectedRounds).toEqual([want]);
    expect((await server.http.get('/api/v1/programs').expect(200)).body.items[0].expectedRounds).toEqual([want]);
    expect(await pageOf(`/programs/${programId}`)).toContain('Nächste Runde Voraussichtlich Juni bis Juli 2015');
    expect(await pageOf(`/programs/${programId}?lang=en`)).toMatch(/Next round Expected June to July 2015, from 2\srounds, uncertain/);
  });

  it('is tentative in the calendar over its months, and can be left out', async () => {
    const [entry, ...more] = await expectedIn(feeds.all);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      UID: `${second.id}-expected@foerdertakt.example`,
      STATUS: 'TENTATIVE',
      'DTSTART;VALUE=DATE': '20150601',
      'DTEND;VALUE=DATE': '20150801',
      SUMMARY: 'Voraussichtlich nächste Runde: Modellkommune E-Government',
      DTSTAMP: '20140725T220000Z',
    });
    expect(await expectedIn(feeds.announced)).toEqual([]);
    expect(await expectedIn(`/feeds/calls/${second.id}.ics`)).toHaveLength(1);
    expect(await expectedIn('/feeds/open-calls.ics')).toEqual([]);
  });

  it('is nothing to be reminded of', async () => {
    for (const day of ['2015-05-04', '2015-06-03', '2015-06-30', '2015-07-31']) {
      expect((await server.asAdmin().get(`/api/v1/reminders?on=${day}`).expect(200)).body.items).toEqual([]);
    }
  });

  it('goes when the real round is published, in calendars as replaced', async () => {
    const [before] = await expectedIn(feeds.all);
    server.clock.set(Temporal.Instant.from('2015-05-20T08:00:00Z'));
    const [deadline] = roundTwo('', '').deadlines;
    const deadlines = [{ ...deadline, schedule: { kind: 'fixed', closes: { date: '2015-07-24' } } }];
    third = await publish({ ...roundTwo(programId, second.id), round: '3', deadlines });
    expect((await server.http.get(`/api/v1/calls/${second.id}`).expect(200)).body.expectedRound).toBeUndefined();
    expect((await server.http.get(`/api/v1/programs/${programId}`).expect(200)).body.expectedRounds).toEqual([]);
    expect(await pageOf(`/calls/${second.id}`)).not.toContain('Nächste Runde');
    const [entry] = await expectedIn(feeds.all);
    expect(entry).toMatchObject({ UID: before!.UID, STATUS: 'CANCELLED', 'DTSTART;VALUE=DATE': '20150601' });
    expect(entry!.SUMMARY).toMatch(/^Ersetzt durch die neue Runde: /);
    expect(Number(entry!.SEQUENCE)).toBeGreaterThan(Number(before!.SEQUENCE));
  });

  it('comes back when that round is withdrawn', async () => {
    const [before] = await expectedIn(feeds.all);
    const withdrawal = server.asAdmin().post(`/api/v1/calls/${third.id}/withdrawal`).set('If-Match', `"${third.version}"`);
    await withdrawal.send({ reason: 'Haushaltssperre' }).expect(200);
    const [entry] = await expectedIn(feeds.all);
    expect(entry).toMatchObject({ STATUS: 'TENTATIVE', UID: before!.UID });
    expect(Number(entry!.SEQUENCE)).toBeGreaterThan(Number(before!.SEQUENCE));
  });

  it('shows no programme that is not published', async () => {
    const { id } = (await server.asAdmin().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    await server.http.get(`/programs/${id}`).set('Accept', 'text/html').expect(404);
  });
});
