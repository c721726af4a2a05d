import { MAX_DEPTH, unsendable } from './sendable.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const found = (value: unknown): string[] => unsendable(value).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what no field can take', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, []],
    ['ordinary JSON', { a: [1, null, true, 'Düren 🏛\n'] }, []],
    ['NUL deep inside', { a: [{ b: 'x\0' }] }, ['/a/0/b unprintable']],
    ['NUL in a name', { a: { 'b\0': 1 } }, ['/a unprintable']],
    ['half of a surrogate pair', ['\ud83c'], ['/0 unprintable']],
    ['a prototype', JSON.parse('{"a":{"__proto__":{}}}'), ['/a/__proto__ unknown-property']],
    ['several', { a: '\0', b: '\0' }, ['/a unprintable', '/b unprintable']],
  ])('%s', (_, value, expected) => {
    expect(found(value)).toEqual(expected);
  });

  it('is a nesting beyond the limit, and a far deeper one does not break the stack', () => {
    expect(found(nested(MAX_DEPTH))).toEqual([]);
    expect(found(nested(MAX_DEPTH + 1))).toEqual([`${'/0'.repeat(MAX_DEPTH)} too-deep`]);
    expect(found(nested(200_000))).toHaveLength(1);
  });
});
