import type { Applicant } from '../applicant.js';
import { commonTerritory, mergedApplicant } from './merged-applicant.js';

const part = (key: string, population: Applicant['population'], more: Partial<Applicant> = {}): Applicant => ({
  key,
  types: ['municipality'],
  territory: `DE-${key}`,
  population,
  facts: new Map(),
  ...more,
});

describe('a merged authority', () => {
  const small = part('05358012', [{ value: 4_000, asOf: '2022-12-31' }], { types: ['municipality', 'district_municipality'] });
  const large = part('05358008', [{ value: 90_000, asOf: '2022-12-31' }], { types: ['municipality', 'town'] });

  it('is of the kind of its largest part, lies in the common county and has no key', () => {
    expect(mergedApplicant([small, large])).toEqual({
      types: ['municipality', 'town'],
      territory: 'DE-05358',
      population: [{ value: 94_000, asOf: '2022-12-31' }],
      facts: new Map(),
    });
  });

  it('has a figure of the dates of which all parts have one, and of no other', () => {
    const older = part('05358016', [
      { value: 5_000, asOf: '2021-12-31' },
      { value: 5_001, asOf: '2022-12-31' },
    ]);
    expect(mergedApplicant([older, small]).population).toEqual([{ value: 9_001, asOf: '2022-12-31' }]);
    expect(mergedApplicant([part('05358016', []), small]).population).toEqual([]);
    expect(mergedApplicant([small, part('05358016', [{ value: 1, asOf: '2021-12-31' }])]).population).toEqual([]);
  });

  it('keeps the facts of which all parts say the same', () => {
    const facts = (entries: [string, boolean][]) => ({ facts: new Map(entries) });
    const merged = mergedApplicant([
      part(
        'a',
        [],
        facts([
          ['grwArea', true],
          ['financiallyWeak', true],
          ['only', true],
        ]),
      ),
      part(
        'b',
        [],
        facts([
          ['grwArea', true],
          ['financiallyWeak', false],
        ]),
      ),
    ]);
    expect([...merged.facts]).toEqual([['grwArea', true]]);
  });

  it.each([
    [['DE-05358008', 'DE-05358012'], 'DE-05358'],
    [['DE-05358008', 'DE-05362004'], 'DE-053'],
    [['DE-12060005', 'DE-12061005'], 'DE-12'],
    [['DE-05358008', 'DE-05766008'], 'DE-05'],
    [['DE-05358008', 'DE-03241001'], 'DE'],
    [['DE-05358', 'DE-05358'], 'DE-05358'],
    [['FR-29', 'FR-29'], 'FR-29'],
    [['FR-29', 'FR-22'], 'FR'],
    [['FR-29', 'DE-05'], undefined],
    [['FR-29', undefined], undefined],
  ])('of %j lies in %s', (territories, expected) => {
    expect(commonTerritory(territories)).toBe(expected);
  });
});
