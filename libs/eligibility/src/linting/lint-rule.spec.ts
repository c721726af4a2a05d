import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import type { LintContext } from './lint.js';
import { lintRule } from './lint-rule.js';
import { LINT_TEXTS } from './lint-texts.js';

const town: Criterion = { applicantType: { in: ['municipality'] } };
const county: Criterion = { applicantType: { in: ['county'] } };
const upTo = (atMost: number): Criterion => ({ population: { atMost, asOf: '2022-12-31' } });
const city = (value: number, territory = 'DE-05111000'): Applicant => ({
  types: ['municipality', 'town', 'independent_city'],
  territory,
  population: [{ value }],
  facts: new Map(),
});
const codes = (rule: Criterion, context?: LintContext) => lintRule(rule, context).map(({ code, path }) => `${code} ${path}`);

describe('errors of a rule', () => {
  it('are what nobody can ever meet, with the texts of the refusal, and stand alone', () => {
    const rule: Criterion = { allOf: [{ population: { atMost: 5 } }, { population: { atLeast: 6 } }, { applicantType: { in: ['twon'] } }] };
    expect(lintRule(rule)).toEqual([
      {
        severity: 'error',
        hint: false,
        code: 'contradiction',
        path: '',
        params: {},
        text: {
          de: 'Diese Bedingungen widersprechen sich, niemand kann sie zusammen erfüllen.',
          en: 'These criteria contradict each other, nobody can meet them together.',
        },
      },
    ]);
  });
});

describe('warnings of a rule', () => {
  it.each<[string, Criterion, LintContext, string[]]>([
    ['nothing to say', town, {}, []],
    ['open to all', { allOf: [] }, {}, ['always-met ']],
    ['a condition and its opposite', { anyOf: [county, { not: county }] }, {}, ['always-met ']],
    ['at least nobody lives there', { population: { atLeast: 0, asOf: '2022-12-31' } }, {}, ['always-met ']],
    ['a misspelt kind', { applicantType: { in: ['county', 'twon'] } }, {}, ['unknown-tag /applicantType/in']],
    ['a misspelt fact', { not: { fact: { name: 'finanziallyWeak', is: true } } }, {}, ['unknown-fact /not/fact']],
    ['a fact that somebody has', { fact: { name: 'own', is: true } }, { knownFact: (name) => name === 'own' }, []],
    [
      'a key that is in no register',
      { authority: { in: ['DE:1', 'DE:2'] } },
      { knownKey: (key) => key === 'DE:1' },
      ['unknown-key /authority/in'],
    ],
    ['keys without a register', { authority: { in: ['DE:1'] } }, {}, []],
    [
      'a key among territories',
      { territory: { in: ['DE-05', 'named:x', 'DE:1'] } },
      { knownKey: () => false },
      ['unknown-key /territory/in'],
    ],
    [
      'a set that nobody keeps',
      { territory: { in: ['named:leader', 'named:leadr'] } },
      { named: { entries: (slug) => (slug === 'leader' ? ['DE-05'] : undefined) } },
      ['unknown-named-territory /territory/in'],
    ],
    [
      'a set that is kept and not in force',
      { territory: { in: ['named:grw', 'named:leadr'] } },
      { named: { entries: () => undefined, title: (slug) => (slug === 'grw' ? { de: 'GRW' } : undefined) } },
      ['unknown-named-territory /territory/in', 'territory-not-in-force /territory/in'],
    ],
    [
      'a territory in which nobody lies',
      { territory: { in: ['DE-05', 'DE-99', 'named:x', 'DE:05358'] } },
      { knownTerritory: (id) => id === 'DE-05' },
      ['unknown-territory /territory/in'],
    ],
    [
      'figures that together are every figure',
      { anyOf: [{ population: { atLeast: 5, asOf: '2022-12-31' } }, { population: { lessThan: 5, asOf: '2022-12-31' } }] },
      {},
      ['always-met '],
    ],
    [
      'figures that leave a gap',
      { anyOf: [{ population: { atLeast: 6, asOf: '2022-12-31' } }, { population: { lessThan: 5, asOf: '2022-12-31' } }] },
      {},
      [],
    ],
    [
      'figures of two days, of which either may be larger',
      { anyOf: [upTo(5), { population: { atLeast: 5, asOf: '2021-12-31' } }] },
      {},
      [],
    ],
    [
      'no day for the figures, said once',
      { anyOf: [{ population: { atMost: 5 } }, { allOf: [county, { population: { atMost: 9 } }] }] },
      {},
      ['no-reference-date /anyOf/0/population'],
    ],
  ])('%s', (_, rule, context, expected) => {
    expect(codes(rule, context)).toEqual(expected);
  });

  it('say in both languages what is meant', () => {
    const [lint] = lintRule({ authority: { in: Array.from({ length: 7 }, (_, i) => `DE:${i}`) } }, { knownKey: () => false });
    expect(lint).toMatchObject({ severity: 'warning', params: { names: ['DE:0', 'DE:1', 'DE:2', 'DE:3', 'DE:4'], count: 7 } });
    expect(lint?.text.de).toBe('Diese Schlüssel der Liste stehen nicht im Register: DE:0, DE:1, DE:2, DE:3, DE:4 und 2 weitere.');
    const [branch] = lintRule({ anyOf: [town, { allOf: [town, upTo(20_000)] }] });
    expect(branch?.text.de).toMatch(/^Dieser Teil ändert nichts, weil .*: .*20\.000.*\.$/);
  });

  it('are the same codes in both languages', () => {
    expect(Object.keys(LINT_TEXTS.en).sort()).toEqual(Object.keys(LINT_TEXTS.de).sort());
  });
});

describe('who may be meant beside municipalities', () => {
  const saying = (text: string) => ({ texts: [text] });

  it.each<[string, Criterion, LintContext, string[]]>([
    ['Kommunen, and only towns get in', town, saying('Gefördert werden Kommunen.'), ['municipality-without-county /applicantType']],
    [
      'the passage of the text that the rule quotes',
      { ...town, source: { quote: 'Jede Kommune …' } },
      {},
      ['municipality-without-county /applicantType'],
    ],
    ['a word that only contains it', town, saying('Modellkommune, kommunal'), []],
    ['Kommunen, and counties get in by another way', { anyOf: [town, county] }, saying('Kommunen'), []],
    ['Kommunen, and counties might get in', { anyOf: [town, { fact: { name: 'grwArea', is: true } }] }, saying('Kommunen'), []],
    ['Kommunen, and counties may be members', { anyOf: [town, { jointApplication: { eachMember: county } }] }, saying('Kommunen'), []],
    [
      'Kommunen, and a county gets in by its name',
      { anyOf: [town, { authority: { in: ['DE:05358'] } }] },
      saying('Kommunen'),
      ['municipality-without-county /anyOf/0/applicantType'],
    ],
    ['Kommunen, of any kind', { territory: { in: ['DE-05'] } }, saying('Kommunen'), []],
    [
      'Gemeinden, without their associations',
      { anyOf: [town, county] },
      saying('Städte und Gemeinden'),
      ['no-association-way /anyOf/0/applicantType'],
    ],
    [
      'Gemeindeverbände by a name of their own',
      { applicantType: { in: ['municipality', 'samtgemeinde'] } },
      saying('Gemeindeverbände'),
      [],
    ],
    ['a list of municipalities', { authority: { in: ['DE:05111000'] } }, saying('Kommunen und Gemeinden'), []],
  ])('%s', (_, rule, context, expected) => {
    expect(codes(rule, context)).toEqual(expected);
  });
});

describe('an upper bound that catches independent cities', () => {
  const independentCities = [city(34_000), city(300_000), city(300_001), city(600_000, 'DE-09162000')];

  it('is a surprise where it divides them', () => {
    const rule: Criterion = { anyOf: [{ allOf: [town, upTo(300_000)] }, county] };
    const [lint, ...others] = lintRule(rule, { independentCities });
    expect(others).toEqual([]);
    expect(lint).toMatchObject({
      code: 'cities-under-bound',
      path: '/anyOf/0/allOf/1/population',
      params: { atMost: 300_000, passing: 2, stopped: 2, total: 4 },
    });
    expect(lint?.text.de).toBe('Die Obergrenze gilt auch für kreisfreie Städte: 2 von 4 halten sie ein, 2 nicht. Ist das so gemeint?');
  });

  it('counts only those for whom the bound decides', () => {
    const rule: Criterion = { allOf: [town, { territory: { in: ['DE-05'] } }, upTo(300_000)] };
    expect(lintRule(rule, { independentCities })[0]?.params).toMatchObject({ passing: 2, stopped: 1, total: 3 });
  });

  it.each<[string, Criterion]>([
    ['all of them keep to it', { allOf: [town, upTo(600_000)] }],
    ['none does', { allOf: [town, upTo(20_000)] }],
    ['the rule has thought of them', { allOf: [town, { not: { applicantType: { in: ['independent_city'] } } }, upTo(300_000)] }],
    ['it bounds counties', { anyOf: [{ allOf: [county, upTo(300_000)] }] }],
    ['it is a lower bound, turned', { allOf: [town, { not: upTo(300_000) }] }],
  ])('is none where %s', (_, rule) => {
    expect(codes(rule, { independentCities })).toEqual([]);
  });
});
