import { LOCALES } from '@app/kernel/locale.js';
import { NAMED_FACTS } from './fact-names.js';
import { factSource } from './fact-sources.js';

describe('where a fact is found', () => {
  it.each(NAMED_FACTS)('is said in both languages, with an address that can be opened: %s', (name) => {
    for (const locale of LOCALES) {
      const { text, url } = factSource(name, locale);
      expect(text).toMatch(/^\S.*[^.\s]$/);
      expect(url === undefined || /^https:\/\/[a-z.-]+\//.test(url)).toBe(true);
    }
    expect(factSource(name, 'de').text).not.toBe('');
  });

  it('has a general answer for a fact that nobody has described, and for one that is called like a method', () => {
    expect(factSource('somethingNew', 'de')).toEqual({ text: 'im Text des Aufrufs, oder beim Fördergeber erfragen' });
    expect(factSource('constructor', 'en')).toEqual({ text: 'in the text of the call, or ask the funder' });
  });

  it('names the list of the body that decides it', () => {
    expect(factSource('degurba', 'de').url).toBe('https://ec.europa.eu/eurostat/web/degree-of-urbanisation');
    expect(factSource('financiallyWeak', 'de').text).toContain('Kommunalaufsicht');
  });
});
