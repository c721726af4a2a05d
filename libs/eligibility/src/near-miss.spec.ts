import { NBSP } from '@app/kernel/words.js';
import type { Applicant, FactValue } from './applicant.js';
import type { Criterion } from './criterion.js';
import { nearMisses } from './near-miss.js';

const town = { applicantType: { in: ['municipality'] } };
const aTown = (population?: number, facts: Record<string, FactValue> = {}): Applicant => ({
  types: ['municipality'],
  population: population === undefined ? [] : [{ value: population, asOf: '2022-12-31' }],
  facts: new Map(Object.entries(facts)),
});

describe('a near miss', () => {
  it.each<[Criterion, number, string | undefined, string | undefined]>([
    [{ population: { atMost: 300_000 } }, 299_999, undefined, undefined],
    [{ population: { atMost: 300_000 } }, 300_000, undefined, undefined],
    [{ population: { atMost: 300_000 } }, 300_001, '1 Einwohner zu viel, unter 0,01 %', '1 inhabitant too many, less than 0.01%'],
    [{ population: { atMost: 300_000 } }, 300_412, '412 Einwohner zu viel, 0,14 %', '412 inhabitants too many, 0.14%'],
    [{ population: { lessThan: 20_000 } }, 19_999, undefined, undefined],
    [{ population: { lessThan: 20_000 } }, 20_000, '1 Einwohner zu viel, 0,01 %', '1 inhabitant too many, 0.01%'],
    [{ population: { atLeast: 5_000 } }, 5_000, undefined, undefined],
    [{ population: { atLeast: 5_000 } }, 4_999, '1 Einwohner zu wenig, 0,02 %', '1 inhabitant too few, 0.02%'],
    [{ population: { moreThan: 5_000 } }, 5_001, undefined, undefined],
    [{ population: { moreThan: 5_000 } }, 5_000, '1 Einwohner zu wenig, 0,02 %', '1 inhabitant too few, 0.02%'],
    [{ population: { moreThan: 5_000 } }, 3_000, '2.001 Einwohner zu wenig, 40,01 %', '2,001 inhabitants too few, 40.01%'],
  ])('of %j with %i inhabitants: %s', (rule, population, de, en) => {
    const texts = nearMisses(rule, aTown(population)).map(({ text }) => ({
      de: text.de.replaceAll(NBSP, ' '),
      en: text.en.replaceAll(NBSP, ' '),
    }));
    expect(texts).toEqual(de === undefined ? [] : [{ de, en }]);
  });

  it('says by how much, in inhabitants and as a share of the bound', () => {
    expect(nearMisses({ population: { atMost: 300_000, asOf: '2022-12-31' } }, aTown(300_412))).toEqual([
      {
        kind: 'population',
        asOf: '2022-12-31',
        value: 300_412,
        bound: 300_000,
        distance: 412,
        direction: 'too-many',
        basisPoints: 14,
        text: { de: `412${NBSP}Einwohner zu viel, 0,14${NBSP}%`, en: `412${NBSP}inhabitants too many, 0.14%` },
      },
    ]);
  });

  it('may be one of a fact; a share of nothing is none', () => {
    const rule: Criterion = { fact: { name: 'placePopulation', atMost: 10_000 } };
    expect(nearMisses(rule, aTown(1, { placePopulation: 10_000 }))).toEqual([]);
    expect(nearMisses(rule, aTown(1, { placePopulation: 10_050 }))).toMatchObject([
      {
        kind: 'fact',
        name: 'placePopulation',
        distance: 50,
        basisPoints: 50,
        text: {
          de: `Einwohner des Ortsteils: 50 zu viel, 0,5${NBSP}%`,
          en: 'Inhabitants of the village: 50 too many, 0.5%',
        },
      },
    ]);
    const [balance] = nearMisses({ fact: { name: 'balance', atLeast: 0 } }, aTown(1, { balance: -0.1 }));
    expect(balance).toMatchObject({ distance: 0.1, direction: 'too-few', text: { de: 'balance: 0,1 zu wenig' } });
    expect(balance).not.toHaveProperty('basisPoints');
  });

  it('is none where more than the number is in the way, or the number is not known', () => {
    const rule: Criterion = { allOf: [town, { population: { atMost: 10 } }, { fact: { name: 'x', is: true } }] };
    expect(nearMisses(rule, aTown(11))).toEqual([]);
    expect(nearMisses(rule, aTown(11, { x: false }))).toEqual([]);
    expect(nearMisses(rule, aTown(11, { x: true }))).toHaveLength(1);
    expect(nearMisses(rule, { ...aTown(11, { x: true }), types: ['county'] })).toEqual([]);
    expect(nearMisses(rule, aTown(undefined, { x: true }))).toEqual([]);
    expect(nearMisses({ fact: { name: 'x', is: true } }, aTown(11, { x: 5 }))).toEqual([]);
  });

  it('stands beside joining others, and the relatively nearest comes first', () => {
    const rule: Criterion = {
      anyOf: [{ fact: { name: 'size', atMost: 10 } }, { population: { atLeast: 1_000 } }, { jointApplication: {} }],
    };
    expect(nearMisses(rule, aTown(900, { size: 11 })).map(({ kind }) => kind)).toEqual(['fact', 'population']);
    expect(nearMisses(rule, aTown(990, { size: 11 })).map(({ kind }) => kind)).toEqual(['population', 'fact']);
  });
});
