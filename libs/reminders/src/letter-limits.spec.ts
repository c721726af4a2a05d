import { Room } from './letter-limits.js';

describe('the room for letters in a minute', () => {
  const room = () => new Room({ perMinute: 5, perMinuteAndDomain: 2 });

  it('ends for a domain with its limit, and is there for another', () => {
    const left = room();
    expect(['a@x.de', 'B@X.de', 'c@x.de', 'd@y.de'].map((address) => left.take(address, 1))).toEqual([true, true, false, true]);
  });

  it.each([
    [4, false],
    [5, true],
  ])('after %i letters is full: %s', (letters, isFull) => {
    const left = room();
    for (let number = 0; number < letters; number += 1) left.take(`a@domain${number}.de`, 1);
    expect(left.isFull).toBe(isFull);
    expect(left.take('a@other.de', 1)).toBe(!isFull);
  });

  it('is there for somebody who gets more at once than the limit, in a minute of their own', () => {
    const left = room();
    expect(left.take('a@x.de', 3)).toBe(true);
    expect(left.take('b@x.de', 1)).toBe(false);
  });

  it('counts what other workers have bound', () => {
    const left = room();
    left.count('x.de', 2);
    expect(left.take('a@x.de', 1)).toBe(false);
  });
});
