import type { Change } from './change.js';
import { changeWords } from './change-words.js';

const plain = (change: Change, locale: 'de' | 'en') => changeWords(change, locale).replaceAll('\u00a0', ' ');

describe('a change in words', () => {
  it.each<[string, string, Change]>([
    [
      '300.000 Einwohner statt 320.946',
      '300,000 inhabitants instead of 320,946',
      { set: [{ kind: 'population', from: 320_946, to: 300_000, possible: 'unlikely' }] },
    ],
    [
      '5.000 Einwohner am 31. Dezember 2020',
      '5,000 inhabitants on 31 December 2020',
      { set: [{ kind: 'population', asOf: '2020-12-31', from: null, to: 5_000, possible: true }] },
    ],
    [
      'zentraler Ort: ja und finanzschwach: ja statt nein',
      'central place: yes and financially weak: yes instead of no',
      {
        set: [
          { kind: 'fact', name: 'centralPlace', from: null, to: true, possible: true },
          { kind: 'fact', name: 'financiallyWeak', from: false, to: true, possible: 'unlikely' },
        ],
      },
    ],
    [
      'gemeinsam mit anderen bewerben',
      'applying together with others',
      { set: [{ kind: 'join', path: '', members: { atLeast: 2 }, from: 'alone', to: 'jointly', possible: true }] },
    ],
    [
      'ein anderes Gebiet: Niedersachsen',
      'another area: Lower Saxony',
      { set: [{ kind: 'territory', from: 'DE-05358008', to: 'DE-03', possible: false }] },
    ],
  ])('%s', (german, english, change) => {
    expect(plain(change, 'de')).toBe(german);
    expect(plain(change, 'en')).toBe(english);
  });
});
