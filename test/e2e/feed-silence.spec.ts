import { NoteFetch } from '@app/calendar/note-fetch.js';
import { ReleaseDueNotices } from '@app/reminders/notices/release-due-notices.js';
import { TellOfSilence } from '@app/reminders/notices/tell-of-silence.js';
import { DUEREN, furnish, tokenOf } from '../support/clerks.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const DAY = { hours: 24 };
const THUNDERBIRD = 'Mozilla/5.0 (X11) Gecko/20100101 Thunderbird/140.0';

describe('a calendar program that came daily and has stopped', () => {
  let server: TestServer;
  let worker: TestWorker;
  let clerk: Agent;
  let path: string;
  let feedId: string;

  /** Once on each of so many days. */
  async function fetchDaily(days: number, agent = THUNDERBIRD): Promise<void> {
    for (let day = 0; day < days; day++) {
      server.clock.advance(DAY);
      await server.http.get(path).set('User-Agent', agent).expect(200);
      await server.app.get(NoteFetch, { strict: false }).write();
    }
  }
  /** What the worker finds, and the subjects of what it sends. */
  async function look(): Promise<readonly [number, readonly string[]]> {
    const { changed } = await worker.get(TellOfSilence).run(server.clock.now());
    await worker.get(ReleaseDueNotices).run(server.clock.now());
    await worker.settle();
    return [changed, worker.mailer.takeSubjects()];
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2026-09-07T08:00:00Z' });
    await furnish(server);
    worker = await startTestWorker(server);
    clerk = await tokenOf(server, DUEREN, 'clerk@dueren.example');
    const made = await clerk.post(`/api/v1/authorities/${DUEREN}/feeds`).send({ scope: 'eligible', name: 'Rathaus' }).expect(201);
    path = new URL(made.body.url).pathname;
    feedId = made.body.id;
  }, 60_000);
  afterAll(async () => {
    await worker?.close();
    await server?.close();
  });

  it('is told of to the owner after two weeks, once', async () => {
    await fetchDaily(5);
    server.clock.advance({ hours: 24 * 14 - 1 });
    expect(await look()).toEqual([0, []]);
    server.clock.advance({ hours: 1 });
    worker.mailer.sent.length = 0;
    expect(await look()).toEqual([1, ['Kalender „Rathaus“ bekommt nichts Neues mehr']]);
    server.clock.advance(DAY);
    expect(await look()).toEqual([0, []]);
  });

  it('and again when it has come back and stopped anew, naming the program and its last day', async () => {
    await fetchDaily(6);
    server.clock.advance({ hours: 24 * 15 });
    await worker.get(TellOfSilence).run(server.clock.now());
    await worker.get(ReleaseDueNotices).run(server.clock.now());
    await worker.settle();
    const letter = worker.mailer.sent.at(-1)!;
    expect(letter.to.address).toBe('clerk@dueren.example');
    expect(letter.text.replace(/\s+/g, ' ')).toContain(
      'Thunderbird hat ihn jeden Tag abgerufen, zuletzt am 3. Oktober 2026, und seitdem nicht mehr.',
    );
    expect(letter.text).toContain(`${server.url}/calendar`);
    worker.mailer.takeSubjects();
  });

  it.each([
    ['four days in a row', 4],
    ['a single time', 1],
  ])('not of one that had come %s', async (_name, days) => {
    await fetchDaily(days, 'Nextcloud-Kalender');
    server.clock.advance({ hours: 24 * 20 });
    expect(await look()).toEqual([0, []]);
  });

  it('not of a subscription that was deleted or renewed meanwhile', async () => {
    await fetchDaily(6, 'Outlook');
    const { url } = (await clerk.post(`/api/v1/feeds/${feedId}/rotation`).expect(200)).body;
    server.clock.advance({ hours: 24 * 20 });
    expect(await look()).toEqual([0, []]);
    path = new URL(url).pathname;
    await fetchDaily(6, 'Outlook');
    const { version } = (await clerk.get(`/api/v1/feeds/${feedId}`).expect(200)).body;
    await clerk.delete(`/api/v1/feeds/${feedId}`).set('If-Match', `"${version}"`).expect(204);
    server.clock.advance({ hours: 24 * 20 });
    expect(await look()).toEqual([0, []]);
  });
});
