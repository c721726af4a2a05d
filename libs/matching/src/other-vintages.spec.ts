import type { Criterion } from '@app/eligibility/criterion.js';
import { otherVintages } from './other-vintages.js';

const FIGURES: Record<string, number> = { '2024-12-31': 300_001, '2022-12-31': 300_000, '2011-05-09': 299_000 };

const town = (...days: string[]) => ({
  key: 'DE:05315999',
  name: 'Grenzstadt',
  types: ['municipality'],
  territory: 'DE-05315999',
  population: days.map((asOf) => ({ asOf, value: FIGURES[asOf]!, source: 'Register' })),
  facts: [],
});
const upTo = (atMost: number, asOf?: string): Criterion => ({ population: { atMost, ...(asOf ? { asOf } : {}) } });
const ALL = town('2024-12-31', '2022-12-31', '2011-05-09');

describe('figures of other days', () => {
  it('that would decide differently are named with what they would say', () => {
    expect(otherVintages(upTo(300_000), ALL)).toEqual([
      { asOf: '2022-12-31', outcome: 'eligible' },
      { asOf: '2011-05-09', outcome: 'eligible' },
    ]);
  });

  it('that agree are not named', () => {
    expect(otherVintages(upTo(299_999), ALL)).toEqual([{ asOf: '2011-05-09', outcome: 'eligible' }]);
    expect(otherVintages(upTo(400_000), ALL)).toEqual([]);
  });

  it('stand against the figure of the reference date where the call names one', () => {
    expect(otherVintages(upTo(300_000, '2022-12-31'), ALL)).toEqual([{ asOf: '2024-12-31', outcome: 'ineligible' }]);
    expect(otherVintages({ anyOf: [upTo(1), { not: upTo(300_000, '2011-05-09') }] }, ALL)).toEqual([
      { asOf: '2024-12-31', outcome: 'eligible' },
    ]);
  });

  it('tell what would be said where the figure of the reference date is missing', () => {
    expect(otherVintages(upTo(300_000, '2015-12-31'), town('2024-12-31'))).toEqual([{ asOf: '2024-12-31', outcome: 'ineligible' }]);
  });

  it('play no part where the rule asks for none, or there is no other', () => {
    expect(otherVintages({ applicantType: { in: ['municipality'] } }, ALL)).toEqual([]);
    expect(otherVintages(upTo(300_000), town('2024-12-31'))).toEqual([]);
    expect(otherVintages(upTo(300_000), town())).toEqual([]);
  });
});
