import fc from 'fast-check';
import { Bitset } from './bitset.js';

const CAPACITY = 100;
const ordinals = fc.uniqueArray(fc.nat({ max: CAPACITY - 1 }));
const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);

describe('a bitset', () => {
  it('works like a set of numbers', () => {
    fc.assert(
      fc.property(ordinals, ordinals, (a, b) => {
        const [x, y] = [Bitset.of(CAPACITY, a), Bitset.of(CAPACITY, b)];
        const [s, t] = [new Set(a), new Set(b)];
        expect([...x.ordinals()]).toEqual(sorted(s));
        expect(x.count()).toBe(s.size);
        expect(x.isEmpty).toBe(s.size === 0);
        expect([...x.and(y).ordinals()]).toEqual(sorted(s.intersection(t)));
        expect([...x.or(y).ordinals()]).toEqual(sorted(s.union(t)));
        expect([...x.minus(y).ordinals()]).toEqual(sorted(s.difference(t)));
        expect([...x.not(y).ordinals()]).toEqual(sorted(t.difference(s)));
        expect(x.equals(y)).toBe(s.symmetricDifference(t).size === 0);
      }),
    );
  });

  it('goes together with a set of another capacity', () => {
    const [small, large] = [Bitset.of(10, [1, 9]), Bitset.of(70, [9, 69])];
    expect([...small.or(large).ordinals()]).toEqual([1, 9, 69]);
    expect([...large.or(small).ordinals()]).toEqual([1, 9, 69]);
    expect([...large.and(small).ordinals()]).toEqual([9]);
    expect([...large.minus(small).ordinals()]).toEqual([69]);
    expect(Bitset.of(10, [3]).equals(Bitset.of(70, [3]))).toBe(true);
  });

  it('has nothing beyond its capacity and below zero', () => {
    const set = Bitset.of(33, [0, 32]);
    expect([-1, 31, 32, 33, 64, 5_000].map((ordinal) => set.has(ordinal))).toEqual([false, false, true, false, false, false]);
  });

  it('names the members of full words too', () => {
    const everyone = Array.from({ length: 90 }, (_, ordinal) => ordinal);
    expect([...Bitset.of(96, everyone).ordinals()]).toEqual(everyone);
  });

  it('makes room for more in a copy, and loses nobody', () => {
    const wide = Bitset.of(10, [3, 9]).copy(70);
    wide.add(69);
    expect([...wide.ordinals()]).toEqual([3, 9, 69]);
    expect(Bitset.of(70, [69]).copy(10).has(69)).toBe(true);
  });

  it('writes the members behind each other, whether there is room to spare or not', () => {
    fc.assert(
      fc.property(ordinals, ordinals, fc.constantFrom(Uint16Array, Uint32Array), fc.constantFrom(0, 7, 8, 200), (a, b, Kind, spare) => {
        const target = new Kind(a.length + b.length + spare);
        const middle = Bitset.of(CAPACITY, a).writeOrdinals(target, 0);
        const end = Bitset.of(CAPACITY, b).writeOrdinals(target, middle);
        expect([...target.subarray(0, end)]).toEqual([...sorted(a), ...sorted(b)]);
      }),
    );
  });

  it('changes a set that is being made as it makes new ones', () => {
    fc.assert(
      fc.property(ordinals, ordinals, fc.integer({ min: 1, max: CAPACITY }), (a, b, capacity) => {
        const [x, y] = [
          Bitset.of(CAPACITY, a),
          Bitset.of(
            capacity,
            b.filter((ordinal) => ordinal < capacity),
          ),
        ];
        const [added, retained, removed] = [x.copy(), x.copy(), x.copy()];
        added.addAll(y);
        retained.retain(y);
        removed.remove(y);
        expect([added.equals(x.or(y)), retained.equals(x.and(y)), removed.equals(x.minus(y))]).toEqual([true, true, true]);
      }),
    );
  });

  it('names ordinals beyond two bytes too', () => {
    expect([...Bitset.of(70_000, [0, 65_535, 65_536, 69_999]).ordinals()]).toEqual([0, 65_535, 65_536, 69_999]);
  });

  it('is kept as bytes, the lowest ordinal in the lowest bit of the first', () => {
    expect([...Bitset.of(20, [0, 9, 19]).toBytes()]).toEqual([1, 2, 8]);
    fc.assert(
      fc.property(
        ordinals,
        (a) => void expect(Bitset.fromBytes(Bitset.of(CAPACITY, a).toBytes()).equals(Bitset.of(CAPACITY, a))).toBe(true),
      ),
    );
    expect(Bitset.of(11_400, []).toBytes()).toHaveLength(1_425);
  });
});
