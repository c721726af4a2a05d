import fc from 'fast-check';
import { element, escapeXml, textElement, xmlDocument } from './xml.js';

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('&', '<', '>', '"', "'", ']]>', '<!--', '&amp;', '&#0;', '<?', '\r\n', '\u{1f44d}', '\ufffe'),
  ),
});
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#9': '\t', '#10': '\n', '#13': '\r' };
/** As a parser reads it: only what we write is known, so an unknown reference becomes undefined and fails. */
const unescaped = (xml: string) => xml.replace(/&([^;]*);/g, (_reference, name: string) => SIGNS[name] ?? `unknown reference ${name}`);
/** XML 1.0, production 2, said another way than in the code. */
const isCharacter = (point: number) =>
  [0x9, 0xa, 0xd].includes(point) ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff);
const points = (text: string) => [...text].map((sign) => sign.codePointAt(0)!);
const sendable = (text: string) => String.fromCodePoint(...points(text).filter(isCharacter));

describe('a text in XML', () => {
  it('holds nothing that could end it, and only characters that XML has: every unit of 16 bits', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const written = escapeXml(String.fromCharCode(code));
      expect([code, unescaped(written)]).toEqual([code, isCharacter(code) ? String.fromCharCode(code) : '']);
      if (/[<>"'\t\n\r]|&(?!(amp|lt|gt|quot|apos|#9|#10|#13);)/.test(written)) throw new Error(`U+${code.toString(16)} is not escaped`);
    }
  });

  it('is read back as it came in, whatever came in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = escapeXml(text);
        expect(written).not.toMatch(/[<>"'\t\n\r]/);
        expect(points(written).every(isCharacter)).toBe(true);
        expect(unescaped(written)).toBe(sendable(text));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('an element', () => {
  it('has exactly the tags it is made of, whatever its texts are', () => {
    fc.assert(
      fc.property(anyText, anyText, (value, text) => {
        const written = element('a', { href: value, none: undefined }, textElement('b', text), undefined);
        const match = /^<a href="([^"<]*)">(?:<b>([^<]*)<\/b>|<b\/>)<\/a>$/.exec(written);
        expect([unescaped(match![1]!), unescaped(match![2] ?? '')]).toEqual([sendable(value), sendable(text)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('without children is empty', () => {
    expect(xmlDocument(element('link', { rel: 'self', href: 'http://x/?a=1&b=2' }))).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<link rel="self" href="http://x/?a=1&amp;b=2"/>\n',
    );
  });
});
