import fc from 'fast-check';
import { cleanLine, cleanText, cleanUrl } from './clean-text.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(' ', '\n', '\r\n', '\t'),
  ),
});
const points = (text: string) => [...text].length;

describe('a text in one line', () => {
  it.each([
    ['a\r\nATTENDEE:mailto:evil@example.org', 'a ATTENDEE:mailto:evil@example.org'],
    ['a\rb\nc\td\u2028e\u0085f', 'a b c d e f'],
    ['nu\u0000ll \u0007bell \u007fdel \u009bcsi \ufeffbom', 'null bell del csi bom'],
    ['half \ud83d emoji \udc4d', 'half emoji'],
    ['whole \ud83d\udc4d', 'whole 👍'],
    ['u\u0308ber', 'über'],
    ['60.000\u00a0Euro', '60.000\u00a0Euro'],
    ['  much   room  ', 'much room'],
    ['gnp.\u202eexe', 'gnp.exe'],
    ['مرحبا שלום', 'مرحبا שלום'],
    ['C:\\neu und a\\, b\\; c \\ d', 'C:/neu und a/, b/; c \\ d'],
  ])('%j is shown as %j', (text, shown) => {
    expect(cleanLine(text)).toBe(shown);
  });

  it('ends in an ellipsis when it is longer than the limit, counted in characters people see as one', () => {
    expect(cleanLine('👍'.repeat(10), 10)).toBe('👍'.repeat(10));
    expect(cleanLine('👍'.repeat(11), 10)).toBe(`${'👍'.repeat(9)}…`);
  });

  it('is clean whatever came in, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const line = cleanLine(text, limit);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]|^ | $| {2}/u);
        expect(points(line)).toBeLessThanOrEqual(limit);
        expect(cleanLine(line, limit)).toBe(line);
      }),
    );
  });
});

describe('a text of several lines', () => {
  it('keeps its lines and one empty line between paragraphs', () => {
    expect(cleanText('one \r\n two\r\rthree\n\n\n\nfour\0\t!')).toBe('one\ntwo\n\nthree\n\nfour !');
  });

  it('is clean whatever came in, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const lines = cleanText(text, limit);
        expect(lines.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
        expect(lines).not.toMatch(/\n{3}| \n|\n |^\s|\s$/);
        expect(points(lines)).toBeLessThanOrEqual(limit);
        expect(cleanText(lines, limit)).toBe(lines);
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['https://a.example/b?c=1,2;3', 'https://a.example/b?c=1%2C2%3B3'],
    ['http://127.0.0.1:3000/calls/1', 'http://127.0.0.1:3000/calls/1'],
    ['https://a.example/x\r\nX-EVIL:1', 'https://a.example/xX-EVIL:1'],
    ['https://düren.example/ä b', 'https://xn--dren-0ra.example/%C3%A4%20b'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['no address', undefined],
    [`https://a.example/${'x'.repeat(2000)}`, undefined],
  ])('%j becomes %j', (text, address) => {
    expect(cleanUrl(text)).toBe(address);
  });
});
