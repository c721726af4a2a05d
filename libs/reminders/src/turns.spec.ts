import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './turns.js';

const LONG = 5_000;

describe('turns', () => {
  it('come one at a time, in the order in which they were asked for', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const work = async (name: string, ms: number) => {
      const turn = turns.turn();
      await turn.begin(LONG);
      seen.push(`${name} begins`);
      await sleep(ms);
      seen.push(`${name} ends`);
      turn.end();
    };
    await Promise.all([work('a', 10), work('b', 0), work('c', 5)]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('whoever gives up while waiting is passed over, and ending twice lets nobody in early', async () => {
    const turns = new Turns();
    const [first, gone, last, waiting] = [turns.turn(), turns.turn(), turns.turn(), turns.turn()];
    await first.begin(LONG);
    const goneBegan = gone.begin(LONG);
    const lastBegan = last.begin(LONG);
    let hasBegun = false;
    void waiting.begin(LONG).then(() => {
      hasBegun = true;
    });
    gone.end();
    await expect(goneBegan).rejects.toThrow('no longer');
    first.end();
    first.end();
    await lastBegan;
    await sleep(5);
    expect(hasBegun).toBe(false);
    last.end();
    await sleep(5);
    expect(hasBegun).toBe(true);
  });

  it('nobody waits longer than they want to, and then stands in nobody’s way', async () => {
    const turns = new Turns();
    const [first, impatient, next] = [turns.turn(), turns.turn(), turns.turn()];
    await first.begin(LONG);
    await expect(impatient.begin(5)).rejects.toThrow('takes too long');
    first.end();
    await expect(next.begin(50)).resolves.toBeUndefined();
  });

  it('whoever has ended before beginning does not begin any more, and keeps nobody out', async () => {
    const turns = new Turns();
    const late = turns.turn();
    late.end();
    await expect(late.begin(LONG)).rejects.toThrow('over');
    await expect(turns.turn().begin(50)).resolves.toBeUndefined();
  });
});
