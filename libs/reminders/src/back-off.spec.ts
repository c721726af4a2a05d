import { GIVEN_UP_AFTER, pauseAfter } from './back-off.js';

describe('the pause after a refusal for the moment', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 240],
    [6, 240],
    [GIVEN_UP_AFTER - 1, 240],
  ])('after %i refusals is %i minutes', (refusals, minutes) => {
    expect(pauseAfter(refusals)).toBe(minutes * 60);
  });

  it('ends after about five days', () => {
    const pauses = Array.from({ length: GIVEN_UP_AFTER - 1 }, (_, index) => pauseAfter(index + 1)!);
    expect(pauses.reduce((sum, seconds) => sum + seconds, 0) / 86_400).toBeCloseTo(4.9, 1);
    expect(pauseAfter(GIVEN_UP_AFTER)).toBeUndefined();
  });
});
