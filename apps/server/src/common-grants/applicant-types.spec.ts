import type { Criterion } from '@app/eligibility/criterion.js';
import { applicantTypesOf } from './applicant-types.js';

const kinds = (...tags: string[]): Criterion => ({ applicantType: { in: tags } });
const values = (rule: Criterion) => applicantTypesOf(rule, 'en')?.map(({ value, customValue }) => customValue ?? value);

describe('who may apply, in the words of CommonGrants', () => {
  it.each<[string, Criterion, string[] | undefined]>([
    ['towns and municipalities are one kind', kinds('municipality', 'town'), ['government_municipal']],
    ['counties, states', { anyOf: [kinds('county'), kinds('state')] }, ['government_county', 'government_state']],
    ['what the standard has no word for keeps our tag', kinds('amt', 'samtgemeinde'), ['amt', 'samtgemeinde']],
    ['what is excluded may not apply', { allOf: [kinds('county'), { not: kinds('municipality') }] }, ['government_county']],
    ['a rule that names no kind', { population: { atMost: 5_000 } }, undefined],
    [
      'members and lead of a joint application',
      { jointApplication: { eachMember: kinds('municipality'), lead: kinds('county') } },
      ['government_municipal', 'government_county'],
    ],
  ])('%s', (_what, rule, expected) => {
    expect(values(rule)).toEqual(expected);
  });

  it('says in the reader’s language which kinds are meant', () => {
    expect(applicantTypesOf(kinds('municipality', 'town'), 'de')).toEqual([
      { value: 'government_municipal', description: 'Städte und Gemeinden, Städte' },
    ]);
  });
});
