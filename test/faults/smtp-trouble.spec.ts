import { Crowd } from './crowd.js';
import { eventually } from './eventually.js';
import { MailSink, type Manner } from './mail-sink.js';
import type { Program } from './program.js';
import { report, twice } from './report.js';

const PEOPLE = 80;
/** Attempts that trouble has to spoil before it ends. */
const SPOILED = 8;
const TROUBLE_WITHIN = 20_000;
/** The pauses between attempts are cut short. */
const OVER_WITHIN = 120_000;

describe('a mail server in trouble', () => {
  let crowd: Crowd;
  let sink: MailSink;
  let worker: Program;
  const lines: string[] = [];
  /** The letter that was taken without a word: the only one that may come twice. */
  let unheard: string | undefined;

  beforeAll(async () => {
    crowd = await Crowd.gather({ bound: PEOPLE, planned: 0 });
    sink = await MailSink.start({ answerAfterMs: () => 50, pauseMs: 300 });
    worker = crowd.hire(sink);
    await crowd.ready(worker);
  }, 90_000);
  afterAll(async () => {
    report(lines.join('; '));
    await crowd?.disperse();
    await sink?.hangUp();
  });

  const unconnected = async (): Promise<number> => {
    const sql = `select count(*)::int as count from letter where state = 'bound' and response = 'ECONNREFUSED'`;
    return (await crowd.house.database.sql<{ count: number }>(sql))[0]!.count;
  };

  const untilSpoiled = (what: string, wanted: number, count: () => number | Promise<number>) =>
    eventually(`${wanted} letters meet a server that ${what}`, {
      withinMs: TROUBLE_WITHIN,
      look: async () => {
        await crowd.hurry();
        return (await count()) >= wanted ? true : undefined;
      },
      tell: () => worker.tail,
    });

  it('that refuses connections keeps the letters waiting', async () => {
    await eventually('a first letter arrives', { withinMs: 30_000, look: () => sink.copies[0], tell: () => worker.tail });
    await sink.hangUp();
    await untilSpoiled('refuses connections', SPOILED, unconnected);
    const arrived = sink.copies.length;
    await sink.listen();
    lines.push(`connections refused after ${arrived} letters`);
    expect(arrived).toBeLessThan(PEOPLE);
  }, 60_000);

  it.each<[string, Manner, number]>([
    ['answers 451 to the recipient', 'not-now', SPOILED],
    ['answers 451 to the letter', 'not-this-one', SPOILED],
    ['hangs up in the middle of the letter', 'drop', SPOILED],
    // One only: it is the only letter that the worker has let out of its hands.
    ['takes a letter and never says so', 'silent', 1],
    // One only: nobody gives up on it before 28 s are over, and it is waited for in the end.
    ['stalls', 'stall', 1],
  ])(
    'that %s keeps the letters waiting',
    async (what, manner, wanted) => {
      sink.spoiled = 0;
      sink.manner = manner;
      await untilSpoiled(what, wanted, () => sink.spoiled);
      if (manner === 'silent') unheard = sink.copies.at(-1)!.messageId;
      sink.manner = 'take';
      lines.push(`${what}: ${sink.spoiled} attempts`);
      expect(sink.copies.length).toBeLessThan(PEOPLE);
    },
    60_000,
  );

  it('and then works again gets every letter, each once but the one of which it said nothing', async () => {
    const started = performance.now();
    await crowd.settled(OVER_WITHIN);
    const letters = await crowd.letters();
    lines.push(
      `all ${sink.copies.length} there ${((performance.now() - started) / 1000).toFixed(1)} s later, ` +
        `${letters.filter(({ attempts }) => attempts > 1).length} after more than one attempt, ${twice(sink.copies).length} twice`,
    );
    expect([...new Set(sink.copies.map(({ recipient }) => recipient))].toSorted()).toEqual(crowd.addresses.toSorted());
    expect(twice(sink.copies)).toEqual([unheard]);
    expect(letters.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(worker.isAlive).toBe(true);
  }, 150_000);
});
