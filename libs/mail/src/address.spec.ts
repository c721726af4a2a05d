import fc from 'fast-check';
import { cleanHeader, isEmailAddress } from './address.js';

describe('an e-mail address', () => {
  it.each([
    'jana.mueller@gemeinde.example',
    'a@b.de',
    "o'brien+foerderung@amt-1.example",
    'x@xn--dren-0ra.example',
    'admin@localhost',
    `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
  ])('may be %s', (address) => {
    expect(isEmailAddress(address)).toBe(true);
  });

  it.each([
    '',
    'a',
    '@b.de',
    'a@',
    'a@b',
    'a@@b.de',
    'a@b@c.de',
    'a@b.de\r\nBcc: evil@example.org',
    'a@b.de\n',
    'a@b.de,evil@example.org',
    'a@b.de;evil@example.org',
    'a@b.de evil@example.org',
    '<a@b.de>',
    'Jana <a@b.de>',
    '"a b"@b.de',
    '.a@b.de',
    'a..b@c.de',
    'a@-b.de',
    'a@b..de',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'ä@b.de',
    'a@dü.de',
    'a\0@b.de',
    `${'a'.repeat(65)}@b.de`,
    `a@${'b.'.repeat(130)}de`,
    undefined,
    ['a@b.de'],
  ])('is not %j', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});

describe('a text for a header', () => {
  it.each([
    ['Subject\r\nBcc: evil@example.org', 'Subject Bcc: evil@example.org'],
    ['a\0b\u007fc\u0085d\u2028e', 'abc d e'],
    ['25.\u00a0Juli', '25.\u00a0Juli'],
    ['\ud800gnp.\u202eexe', 'gnp.exe'],
    ['x'.repeat(300), `${'x'.repeat(199)}…`],
  ])('%j becomes %j', (text, header) => {
    expect(cleanHeader(text)).toBe(header);
  });

  it('is one line of visible text whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanHeader(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
        expect(cleanHeader(cleanHeader(text))).toBe(cleanHeader(text));
      }),
    );
  });
});
