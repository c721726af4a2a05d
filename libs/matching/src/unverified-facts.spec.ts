import type { AuthorityView, FactView } from '@app/authorities/authority-view.js';
import { unverifiedFacts, unverifiedWords } from './unverified-facts.js';

const today = Temporal.PlainDate.from('2014-06-27');

function aTown(facts: readonly Pick<FactView, 'name' | 'value' | 'asOf'>[]): AuthorityView {
  return {
    id: 'id',
    ordinal: 0,
    key: 'DE:05358008',
    name: 'Düren',
    officialName: 'Düren, Stadt',
    types: ['municipality'],
    territory: 'DE-05358008',
    parentKey: null,
    zone: 'Europe/Berlin',
    origin: 'register',
    source: '',
    registerDate: null,
    validFrom: null,
    validTo: null,
    population: [],
    facts: facts.map((fact) => ({ source: '', visibility: 'public', version: 1, ...fact })),
    version: 1,
  };
}
const weak = { fact: { name: 'financiallyWeak', is: true } };

describe('a positive outcome that rests on a fact nobody has verified for long', () => {
  it.each([
    ['one day before its limit', '2013-06-28', []],
    ['one day after it', '2013-06-26', [{ name: 'financiallyWeak', since: '2013-06-26' }]],
  ])('says so: %s', (_, asOf, expected) => {
    expect(unverifiedFacts(weak, aTown([{ name: 'financiallyWeak', value: true, asOf }]), today)).toEqual(expected);
  });

  it('names no fact that the outcome does not need', () => {
    const rule = { anyOf: [weak, { applicantType: { in: ['municipality'] } }] };
    expect(unverifiedFacts(rule, aTown([{ name: 'financiallyWeak', value: true, asOf: '2000-01-01' }]), today)).toEqual([]);
  });

  it('names both of two facts of which one would be enough, when nobody has verified either', () => {
    const rule = { anyOf: [weak, { fact: { name: 'budgetConsolidation', is: true } }] };
    const old = { value: true, asOf: '2000-01-01' };
    const town = aTown([
      { name: 'financiallyWeak', ...old },
      { name: 'budgetConsolidation', ...old },
    ]);
    expect(unverifiedFacts(rule, town, today).map(({ name }) => name)).toEqual(['financiallyWeak', 'budgetConsolidation']);
    const verified = aTown([
      { name: 'financiallyWeak', ...old },
      { name: 'budgetConsolidation', value: true, asOf: '2014-06-01' },
    ]);
    expect(unverifiedFacts(rule, verified, today)).toEqual([]);
  });

  it('names every fact of which all are needed', () => {
    const rule = { allOf: [weak, { fact: { name: 'budgetConsolidation', is: true } }] };
    const old = { value: true, asOf: '2000-01-01' };
    const town = aTown([
      { name: 'financiallyWeak', ...old },
      { name: 'budgetConsolidation', ...old },
    ]);
    expect(unverifiedFacts(rule, town, today)).toHaveLength(2);
  });

  it('says nothing of outcomes that are not positive', () => {
    expect(unverifiedFacts(weak, aTown([{ name: 'financiallyWeak', value: false, asOf: '2000-01-01' }]), today)).toEqual([]);
  });

  it('reads as a clerk would say it', () => {
    const words = unverifiedWords([{ name: 'financiallyWeak', since: '2012-01-01' }], 'de');
    expect(words?.replaceAll('\u00a0', ' ')).toBe('nicht bestätigt seit 1. Januar 2012: finanzschwach');
    expect(unverifiedWords([{ name: 'financiallyWeak' }], 'en')).toBe('no longer verified: financially weak');
    expect(unverifiedWords([], 'en')).toBeUndefined();
  });
});
