import { NOTICE_KINDS } from '@app/reminders/notices/notice.js';
import { texts } from './texts.js';

function paths(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${prefix}${key}`;
    return typeof inner === 'object' ? paths(inner, `${path}.`) : [`${path} ${typeof inner}`];
  });
}

function plain(value: object): string[] {
  return Object.values(value).flatMap((inner) => (typeof inner === 'object' ? plain(inner) : typeof inner === 'string' ? [inner] : []));
}

describe('the wording', () => {
  /** Steps for calendar programs differ in number; everything else is the same in both languages. */
  const comparable = (locale: 'de' | 'en') => {
    const { feeds, ...others } = texts(locale);
    return paths({ ...others, feeds: { ...feeds, programs: feeds.programs.length } });
  };

  it('has the same keys in German and English', () => {
    expect(comparable('en').sort()).toEqual(comparable('de').sort());
  });

  it.each(['de', 'en'] as const)('leaves nothing empty in %s', (locale) => {
    expect(plain(texts(locale)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('names every kind of letter and of what is told beside reminders', () => {
    const letters = ['reminders', ...new Set(Object.values(NOTICE_KINDS).map(({ letter }) => letter))];
    expect(Object.keys(texts('de').operation.kinds).sort()).toEqual(letters.sort());
    expect(Object.keys(texts('de').ledger.kinds).sort()).toEqual(Object.keys(NOTICE_KINDS).sort());
  });

  it('addresses German readers with "Sie"', () => {
    expect(plain(texts('de')).filter((text) => /\b(du|dein|deine|dir|dich)\b/i.test(text))).toEqual([]);
  });
});
