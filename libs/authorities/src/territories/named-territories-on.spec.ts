import { evaluate } from '@app/eligibility/evaluate.js';
import { namedTerritoriesOn } from './named-territories-on.js';
import type { NamedTerritoryContent } from './named-territory.js';

const set = (content: Partial<NamedTerritoryContent>): NamedTerritoryContent => ({
  title: { de: 'Probe' },
  source: 'Probe',
  sourceUrl: null,
  validFrom: null,
  validTo: null,
  entries: [],
  includes: [],
  excludes: [],
  ...content,
});
const on = (day: string, sets: Record<string, Partial<NamedTerritoryContent>>) =>
  namedTerritoriesOn(new Map(Object.entries(sets).map(([slug, content]) => [slug, set(content)])), day);
const outcome = (named: ReturnType<typeof on>, slug: string, territory: string) =>
  evaluate({ territory: { in: [`named:${slug}`] } }, { key: 'DE:1', types: [], territory, population: [], facts: new Map() }, named)
    .outcome;

describe('sets of territories on a day', () => {
  it.each([
    ['2021-12-31', 'undetermined'],
    ['2022-01-01', 'eligible'],
    ['2027-12-31', 'eligible'],
    ['2028-01-01', 'undetermined'],
  ])('on %s a set in force from 2022 to 2027 is %s', (day, expected) => {
    const named = on(day, { grw: { entries: ['DE-12'], validFrom: '2022-01-01', validTo: '2027-12-31' } });
    expect(outcome(named, 'grw', 'DE-12054')).toBe(expected);
  });

  it('hold what lies in a county that is named by its key', () => {
    expect(on('2024-01-01', { coal: { entries: ['DE:05358', 'DE:034585401'] } }).entries('coal')).toEqual(['DE-05358', 'DE:034585401']);
  });

  it('are their entries and those of included sets, without what is excluded', () => {
    const named = on('2024-01-01', {
      county: { entries: ['DE:05358'] },
      town: { entries: ['DE:05358008'] },
      but: { includes: ['county'], excludes: ['town'] },
      rest: { entries: ['DE-05'], excludes: ['but'] },
    });
    expect(['DE-05358008', 'DE-05358024', 'DE-05315'].map((territory) => outcome(named, 'rest', territory))).toEqual([
      'eligible',
      'ineligible',
      'eligible',
    ]);
  });

  it('are unknown with any set that they are made of', () => {
    const named = on('2024-01-01', {
      over: { entries: ['DE-12'], validTo: '2020-12-31' },
      with: { entries: ['DE-05'], includes: ['over'] },
      less: { entries: ['DE-05'], excludes: ['over'] },
      lost: { includes: ['nobody-keeps-it'] },
    });
    expect(['with', 'less', 'lost'].map((slug) => named.entries(slug))).toEqual([undefined, undefined, undefined]);
  });

  it('are unknown, and do not hang, should a damaged table make them contain themselves', () => {
    expect(on('2024-01-01', { a: { includes: ['b'] }, b: { includes: ['a'] } }).entries('a')).toBeUndefined();
  });
});
