import { Crowd } from './crowd.js';
import { eventually } from './eventually.js';
import { MailSink, type Manner } from './mail-sink.js';
import type { Program } from './program.js';
import { report, twice } from './report.js';

const PEOPLE = 80;
/** Attempts that each kind of trouble has to spoil before it ends. */
const SPOILED = 8;
const TROUBLE_WITHIN = 20_000;
const OVER_WITHIN = 60_000;

describe('a mail server in trouble', () => {
  let crowd: Crowd;
  let sink: MailSink;
  let worker: Program;
  const lines: string[] = [];

  /** Pauses of a second instead of hours: what is tried again, and how often, stays as it is. */
  const hurry = () =>
    crowd.house.database.sql(
      `update pgboss.queue set retry_delay = 1, retry_backoff = false, retry_limit = 1000 where name = 'send-letter'`,
    );

  beforeAll(async () => {
    crowd = await Crowd.gather({ bound: 0, planned: PEOPLE });
    await hurry();
    sink = await MailSink.start({ answerAfterMs: () => 50 });
    worker = crowd.hire(sink);
    await crowd.ready(worker);
  }, 90_000);
  afterAll(async () => {
    report(lines.join('; '));
    await crowd.disperse();
    await sink.hangUp();
  });

  /** Letters whose last attempt failed for this reason. */
  const refusedFor = async (reason: string): Promise<number> => {
    const sql = `select count(*)::int as count from letter where state = 'bound' and response like $1`;
    return (await crowd.house.database.sql<{ count: number }>(sql, [`%${reason}%`]))[0]!.count;
  };

  const untilSpoiled = (what: string, count: () => number | Promise<number>) =>
    eventually(`${SPOILED} letters meet a server that ${what}`, {
      withinMs: TROUBLE_WITHIN,
      look: async () => ((await count()) >= SPOILED ? true : undefined),
      tell: () => worker.tail,
    });

  it('that refuses connections keeps the letters waiting', async () => {
    await eventually('a first letter arrives', { withinMs: 30_000, look: () => sink.copies[0], tell: () => worker.tail });
    await sink.hangUp();
    await untilSpoiled('refuses connections', () => refusedFor('ECONN'));
    const arrived = sink.copies.length;
    await sink.listen();
    lines.push(`connections refused after ${arrived} letters`);
    expect(arrived).toBeLessThan(PEOPLE);
  }, 60_000);

  it.each<[string, Manner, string]>([
    ['answers 451 to the recipient', 'not-now', '451'],
    ['answers 451 to the letter', 'not-this-one', '451'],
    ['hangs up in the middle of the letter', 'drop', 'E'],
  ])(
    'that %s keeps the letters waiting',
    async (what, manner, reason) => {
      sink.spoiled = 0;
      sink.manner = manner;
      await untilSpoiled(what, () => sink.spoiled);
      expect(await refusedFor(reason)).toBeGreaterThan(0);
      sink.manner = 'take';
      lines.push(`${what}: ${sink.spoiled} attempts`);
    },
    60_000,
  );

  it('and then works again gets every letter, each once', async () => {
    const started = performance.now();
    await crowd.settled(OVER_WITHIN);
    const letters = await crowd.letters();
    lines.push(
      `all ${sink.copies.length} there ${((performance.now() - started) / 1000).toFixed(1)} s later, ` +
        `${letters.filter(({ attempts }) => attempts > 1).length} after more than one attempt, ${twice(sink.copies).length} twice`,
    );
    expect(sink.copies.map(({ recipient }) => recipient).toSorted()).toEqual(crowd.addresses.toSorted());
    expect(twice(sink.copies)).toEqual([]);
    expect(letters.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(worker.isAlive).toBe(true);
  }, 90_000);
});
