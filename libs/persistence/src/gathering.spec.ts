import { Gathering } from './gathering.js';

describe('what several ask for at the same time', () => {
  const rounds: string[][] = [];
  beforeEach(() => rounds.splice(0));
  const gathering = new Gathering<string, string>(async (items) => {
    rounds.push([...items]);
    await new Promise(setImmediate);
    if (items.includes('bad')) throw new Error('bad is among them');
    return items.map((item) => item.toUpperCase());
  });

  it('is done at once, each with its own answer', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((item) => gathering.join(item)))).toEqual(['A', 'B', 'C']);
    expect(rounds).toEqual([['a', 'b', 'c']]);
  });

  it('gathers while a round is under way', async () => {
    const first = gathering.join('a');
    await new Promise((resolve) => setTimeout(resolve, 0));
    const others = [gathering.join('b'), gathering.join('c')];
    expect(await Promise.all([first, ...others])).toEqual(['A', 'B', 'C']);
    expect(rounds.flat()).toEqual(['a', 'b', 'c']);
  });

  it('is tried one by one when it fails together: one’s trouble is not the others’', async () => {
    const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map((item) => gathering.join(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(rounds).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  });

  it('goes on after a failure', async () => {
    await expect(gathering.join('bad')).rejects.toThrow('bad is among them');
    expect(await gathering.join('d')).toBe('D');
  });
});
