import { insist } from './insist.js';

const failing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw new Error(`away ${calls}`);
    return calls;
  };
};

describe('what has happened is written down', () => {
  it.each([
    ['at once', 0, 1],
    ['when the database is back', 3, 4],
  ])('%s', async (_when, times, calls) => {
    expect(await insist(failing(times), { forMs: 1_000, everyMs: 1 })).toBe(calls);
  });

  it('but not for ever', async () => {
    await expect(insist(failing(1_000_000), { forMs: 20, everyMs: 10 })).rejects.toThrow(/away/);
  });
});
