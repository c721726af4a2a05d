import { Room } from './letter-limits.js';

describe('the room for letters in a minute', () => {
  const room = () => new Room({ perMinute: 5, perMinuteAndDomain: 2 });

  it('ends for a domain with its limit, and is there for another', () => {
    const left = room();
    expect(['x.de', 'x.de', 'x.de', 'y.de'].map((domain) => left.take([domain]))).toEqual([true, true, false, true]);
  });

  it.each([
    [4, false],
    [5, true],
  ])('after %i letters is full: %s', (letters, isFull) => {
    const left = room();
    for (let number = 0; number < letters; number += 1) left.take([`domain${number}.de`]);
    expect(left.isFull).toBe(isFull);
    expect(left.take(['other.de'])).toBe(!isFull);
  });

  it('is there for somebody who gets more at once than the limit, in a minute of their own', () => {
    const left = room();
    expect(left.take(['x.de', 'x.de', 'x.de'])).toBe(true);
    expect(left.take(['x.de'])).toBe(false);
  });

  it('is taken for all copies of a letter or for none', () => {
    const left = room();
    left.count('x.de', 2);
    expect(left.take(['y.de', 'x.de'])).toBe(false);
    expect(left.take(['y.de', 'y.de'])).toBe(true);
    expect(left.take(['z.de', 'z.de'])).toBe(false);
  });

  it('counts what other workers have bound', () => {
    const left = room();
    left.count('x.de', 2);
    expect(left.take(['x.de'])).toBe(false);
  });
});
