import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import loadWabt from 'wabt';
import { Bitset } from './bitset.js';
import { KERNEL_CODE } from './word-kernel.js';
import { KernelWords, PlainWords, type Words, wordsFor } from './words.js';

const ways: [string, (sets: number, width: number) => Words][] = [
  ['128 bits at a time', (sets, width) => KernelWords.tryFor(sets, width)!],
  ['word by word', (sets, width) => new PlainWords(sets, width)],
];

/** Three sets: two that are given and the one that is made of them. */
function filled(words: Words, ...sets: readonly (readonly number[])[]): number[] {
  const places = [0, 1, 2].map((set) => words.first + set * words.width);
  for (const [i, ordinals] of sets.entries()) Bitset.of(words.width * 32, ordinals).writeWords(words.all, places[i]!, words.width);
  return places;
}

function listOf(words: Words, set: number, Ids: Uint16ArrayConstructor | Uint32ArrayConstructor = Uint16Array): number[] {
  const target = new Ids(words.width * 32 + 20).fill(7);
  const end = words.write(set, target, 3);
  return [...target.subarray(3, end)];
}

describe.each(ways)('sets of words, %s', (_name, make) => {
  const ordinals = fc.uniqueArray(fc.nat(639), { maxLength: 640 }).map((all) => all.sort((a, b) => a - b));

  it('joins and lists any two sets', () => {
    fc.assert(
      fc.property(ordinals, ordinals, fc.constantFrom(Uint16Array, Uint32Array), (a, b, Ids) => {
        const words = make(3, 20);
        const [one, other, made] = filled(words, a, b) as [number, number, number];
        words.both(made, one, other);
        expect(listOf(words, made, Ids)).toEqual(a.filter((ordinal) => b.includes(ordinal)));
        words.any(made, one, other);
        expect(listOf(words, made, Ids)).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
        words.any(other, one, other);
        expect(listOf(words, other, Ids)).toEqual(listOf(words, made, Ids));
        expect(listOf(words, one, Ids)).toEqual(a);
      }),
      { numRuns: 300 },
    );
  });

  it.each([128, 65_536, 70_016])('lists everybody and nobody of %i', (capacity) => {
    const words = make(3, capacity / 32);
    const everybody = Array.from({ length: capacity }, (_, i) => i);
    const [all, none] = filled(words, everybody, []) as [number, number, number];
    expect(listOf(words, all, Uint32Array)).toEqual(everybody);
    expect(listOf(words, none)).toEqual([]);
  });

  it('leaves what stands before the place alone, and the other sets', () => {
    const words = make(3, 4);
    const [one, , last] = filled(words, [1, 127], [], [0, 64]) as [number, number, number];
    const target = new Uint16Array(200).fill(9);
    expect(words.write(one, target, 5)).toBe(7);
    expect([...target.subarray(0, 7)]).toEqual([9, 9, 9, 9, 9, 1, 127]);
    expect(listOf(words, last)).toEqual([0, 64]);
  });
});

it('takes sets of any capacity', () => {
  for (const capacity of [0, 1, 31, 33, 129]) expect(wordsFor(2, capacity).width * 32).toBeGreaterThanOrEqual(capacity);
});

it('does without the kernel where there is not so much memory', () => {
  expect(KernelWords.tryFor(2 ** 20, 2 ** 12)).toBeUndefined();
});

it('has the code that word-kernel.wat becomes', async () => {
  const text = readFileSync(new URL('./word-kernel.wat', import.meta.url), 'utf8');
  const made = (await loadWabt()).parseWat('word-kernel.wat', text).toBinary({}).buffer;
  expect(Buffer.from(made).toString('base64')).toBe(KERNEL_CODE);
});
