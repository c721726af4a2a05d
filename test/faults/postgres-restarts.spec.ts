import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../apps/server/src/free-port.js';
import { Crowd } from './crowd.js';
import { eventually } from './eventually.js';
import { MailSink } from './mail-sink.js';
import { type Ending, OwnPostgres } from './own-postgres.js';
import { Program } from './program.js';
import { Reader } from './reader.js';
import { report, twice } from './report.js';

const PEOPLE = 100;
const AWAY_MS = 1_500;
/** Outages that are shorter (milliseconds) double nothing: for so long a worker keeps in mind what it has sent. */
const SHORT = 8_000;
/** Letters that a worker has on their way at once. */
const ON_THEIR_WAY = 5;
/** Milliseconds after which a server that was not restarted answers again. */
const BACK_WITHIN = 5_000;
const SETTLED_WITHIN = 120_000;

/** In the calendar of the server, whose clock is the real one; far from the letters of the workers, whose clock is not. */
const EVERY_JANUARY = {
  ...{ stage: 'application', zone: 'Europe/Berlin', effect: 'excludes' },
  schedule: { kind: 'yearly', closes: [{ monthDay: '01-31' }] },
};

describe('PostgreSQL restarts while letters go out and people read', () => {
  let postgres: OwnPostgres;
  let crowd: Crowd;
  let sink: MailSink;
  let worker: Program;
  let server: Program;
  const readers: Reader[] = [];
  let calendar: Reader;
  const outages: { from: number; to: number }[] = [];

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    crowd = await Crowd.gather({ bound: PEOPLE, planned: 0 });
    await crowd.house.publish({ deadlines: [EVERY_JANUARY] });
    sink = await MailSink.start({ answerAfterMs: () => 200 });
    const port = await freePort('127.0.0.1');
    const env = { DATABASE_URL: crowd.house.database.url, PORT: String(port), LOG_LEVEL: 'error' };
    server = new Program('server', 'apps/server/src/main.ts', { env });
    worker = crowd.hire(sink);
    await crowd.ready(worker);
    const url = `http://127.0.0.1:${port}`;
    await eventually('the server is ready', {
      withinMs: 60_000,
      look: async () => (!server.isAlive || (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok ? true : undefined),
      tell: () => server.tail,
    });
    if (!server.isAlive) throw new Error(`the server ended:\n${server.tail}`);
    calendar = new Reader(`${url}/feeds/open-calls.ics`);
    // From now on there is a good copy; before that there is none to be kept.
    await eventually('the calendar has been read', { withinMs: 30_000, look: () => calendar.answers[0], tell: () => server.tail });
    readers.push(...['/api/v1/calls?limit=1', '/calls', '/health/ready'].map((path) => new Reader(url + path)));
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...readers, calendar].map((reader) => reader?.stop()));
    await server?.stop();
    await crowd?.disperse();
    await sink?.hangUp();
    await postgres?.remove();
  }, 60_000);

  it.each<[string, Ending, number]>([
    ['is shut down', 'SIGINT', 10],
    ['crashes', 'SIGQUIT', 40],
  ])(
    '%s and comes back: the server says 503 with Retry-After, and then answers again by itself',
    async (_what, ending, after) => {
      await eventually(`${after} letters have arrived`, {
        withinMs: 60_000,
        look: () => sink.copies[after],
        everyMs: 10,
        tell: () => worker.tail,
      });
      const from = performance.now();
      const away = await postgres.restart(ending, AWAY_MS);
      outages.push({ from, to: from + away });
      await sleep(BACK_WITHIN);
      for (const { answers, tally } of readers) {
        const during = answers.filter(({ at }) => at > from && at < from + away);
        const later = answers.filter(({ at }) => at > from + away + BACK_WITHIN - 1_000);
        report(
          `${ending}, away for ${(away / 1000).toFixed(1)} s: ${JSON.stringify(tally)}, the slowest answer ${Math.round(Math.max(...during.map(({ tookMs }) => tookMs)))} ms`,
        );
        expect(during.some(({ status }) => status === 503)).toBe(true);
        expect(new Set(later.map(({ status }) => status))).toEqual(new Set([200]));
        expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
        expect(answers.filter(({ status, retryAfter }) => status === 503 && !retryAfter)).toEqual([]);
      }
    },
    120_000,
  );

  it('a public calendar was the same all the time, never an empty one', () => {
    const { answers, tally } = calendar;
    report(`the calendar of all calls: ${JSON.stringify(tally)}`);
    const isDuring = ({ at }: { at: number }) => outages.some(({ from, to }) => at > from && at < to);
    expect(answers.filter(isDuring).length).toBeGreaterThan(10);
    expect(Object.keys(tally)).toEqual(['200']);
    expect(new Set(answers.map(({ octets }) => octets)).size).toBe(1);
    expect(answers[0]!.octets).toBeGreaterThan(600);
  });

  it('every letter arrives, each once', async () => {
    await crowd.settled(SETTLED_WITHIN);
    const sinceLast = (sink.copies.at(-1)!.at - outages.at(-1)!.to) / 1000;
    report(
      `${sink.copies.length} letters for ${PEOPLE} people, ${twice(sink.copies).length} twice; the last ${sinceLast.toFixed(1)} s after the last outage`,
    );
    expect(new Set(sink.copies.map(({ recipient }) => recipient))).toEqual(new Set(crowd.addresses));
    const long = outages.filter(({ from, to }) => to - from > SHORT);
    expect(twice(sink.copies).length).toBeLessThanOrEqual(long.length * ON_THEIR_WAY);
    expect((await crowd.letters()).filter(({ state }) => state !== 'sent')).toEqual([]);
    expect([worker.isAlive, server.isAlive]).toEqual([true, true]);
    const listening = `select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`;
    expect(await crowd.house.database.sql(listening)).toHaveLength(2);
  }, 150_000);
});
