import { setTimeout as sleep } from 'node:timers/promises';
import { Crowd } from './crowd.js';
import { eventually } from './eventually.js';
import { MailSink } from './mail-sink.js';
import type { Program } from './program.js';
import { report, twice } from './report.js';

const PEOPLE = { bound: 1_000, planned: 4_000 };
const WORKERS = 4;
const KILLS = 50;
/** Milliseconds: what an operator is promised (docs/operations.md). */
const TAKEN_OVER_WITHIN = 120_000;
/** Milliseconds for all that is left after the last kill. */
const DRAINED_WITHIN = 200_000;
const KILLING_WITHIN = 240_000;
/** Milliseconds between two kills, in which a new worker starts and sends some letters; less where time runs out. */
const LIFE = { shortest: 2_000, longest: 4_000 };

interface Kill {
  readonly at: number;
  readonly sender: string;
  /** Letters that had arrived from the victim without being marked as sent: these may come again. */
  readonly unmarked: readonly string[];
  /** Letters that somebody had begun then, the victim among them. */
  readonly begun: readonly string[];
}

describe(`${WORKERS} workers of which one is killed every few seconds`, () => {
  let crowd: Crowd;
  let sink: MailSink;

  beforeAll(async () => {
    crowd = await Crowd.gather(PEOPLE);
    sink = await MailSink.start({ answerAfterMs: () => Math.random() * 60, pauseMs: 70 });
  }, 90_000);
  afterAll(async () => {
    await crowd?.disperse();
    await sink?.hangUp();
  });

  const unmarkedOf = async (sender: string): Promise<string[]> => {
    const sent = new Set((await crowd.letters()).filter(({ state }) => state === 'sent').map(({ id }) => id));
    return sink.copies
      .filter((copy) => copy.sender === sender && !sent.has(copy.messageId.split('@')[0]!))
      .map(({ messageId }) => messageId);
  };

  const firstArrival = (id: string): number =>
    sink.copies.find(({ messageId }) => messageId.startsWith(id))?.at ?? Number.POSITIVE_INFINITY;

  /** Somebody who has delivered letters, and on demand somebody who waits for the 250 of one at this very moment. */
  const choose = (staff: readonly Program[], isMidLetter: boolean): Promise<Program> =>
    eventually(isMidLetter ? 'a worker waits for a 250' : 'a worker has delivered a letter', {
      withinMs: 60_000,
      everyMs: 2,
      look: () => {
        const ended = staff.find(({ isAlive }) => !isAlive);
        if (ended) throw new Error(`${ended.name} ended by itself:\n${ended.tail}`);
        const able = staff.filter(({ name }) => {
          const copies = sink.copiesFrom(name);
          return copies.length > 0 && !(isMidLetter && copies.at(-1)!.isAnswered);
        });
        return able[Math.floor(Math.random() * able.length)];
      },
    });

  const killOne = async (staff: Program[], isMidLetter: boolean): Promise<Kill> => {
    const victim = await choose(staff, isMidLetter);
    if (!isMidLetter) await sleep(Math.random() * 400);
    const at = performance.now();
    await victim.kill();
    staff.splice(staff.indexOf(victim), 1, crowd.hire(sink));
    await sleep(200); // what it had handed to the network still arrives
    return { at, sender: victim.name, unmarked: await unmarkedOf(victim.name), begun: await crowd.begun() };
  };

  it('lose no letter; twice comes only what was not marked as sent when its worker died, under the same Message-ID', async () => {
    const staff = Array.from({ length: WORKERS }, () => crowd.hire(sink));
    const kills: Kill[] = [];
    const started = performance.now();
    for (let number = 1; number <= KILLS && performance.now() - started < KILLING_WITHIN; number += 1) {
      const left = (KILLING_WITHIN - (performance.now() - started)) / (KILLS - number + 1);
      await sleep(Math.min(LIFE.shortest + Math.random() * (LIFE.longest - LIFE.shortest), left / 2));
      kills.push(await killOne(staff, number % 3 === 0));
    }
    const lastKill = kills.at(-1)!.at;
    const arrivedBefore = new Set(sink.copies.map(({ messageId }) => messageId)).size;
    sink.hurry();
    await crowd.settled(DRAINED_WITHIN);

    const doubled = twice(sink.copies);
    const seconds = (ms: number) => (ms / 1000).toFixed(1);
    report(
      `${kills.length} kills in ${seconds(lastKill - kills[0]!.at)} s; ${arrivedBefore} of ${crowd.addresses.length} letters before the last one; ${doubled.length} came twice; ` +
        `the last came ${seconds(sink.copies.at(-1)!.at - lastKill)} s after the last kill`,
    );
    expect(new Set(sink.copies.map(({ recipient }) => recipient))).toEqual(new Set(crowd.addresses));
    expect((await crowd.letters()).filter(({ state }) => state !== 'sent')).toEqual([]);
    // One letter a person: a copy under another Message-ID would be a second letter.
    expect(new Set(sink.copies.map(({ messageId }) => messageId)).size).toBe(crowd.addresses.length);
    const unmarked = kills.flatMap((kill) => kill.unmarked);
    expect(doubled.filter((messageId) => !unmarked.includes(messageId))).toEqual([]);
    expect(doubled.length).toBeGreaterThan(0);
    expect(doubled.length).toBeLessThanOrEqual(kills.length);
    // A letter that was begun when several were killed has met the last of them.
    const lastMet = new Map(kills.flatMap(({ at, begun }) => begun.map((id) => [id, at] as const)));
    expect([...lastMet].filter(([id, at]) => firstArrival(id) > at + TAKEN_OVER_WITHIN)).toEqual([]);
    expect(arrivedBefore).toBeLessThan(crowd.addresses.length);
    expect(kills).toHaveLength(KILLS);
    expect(lastKill - started).toBeLessThanOrEqual(KILLING_WITHIN);
  }, 560_000);
});
