import type { Criterion } from '@app/eligibility/criterion.js';
import { anAuthority, stateOf } from './imagined-state.fixture.js';
import { type Witness, witnesses } from './witnesses.js';

const town: Criterion = { applicantType: { in: ['municipality'] } };
const county: Criterion = { applicantType: { in: ['county'] } };
const nobody = stateOf();

/** "/path limit: 300000 eligible, 300001 ineligible". */
const line = ({ path, bound, limit, inside, outside }: Witness) =>
  `${path} ${bound} ${limit}: ${inside.value} ${inside.outcome}, ${outside.value} ${outside.outcome}`;
const lines = (rule: Criterion) => witnesses(nobody, rule).map(line);

describe('what a rule says on both sides of a bound', () => {
  it.each<[string, Criterion, string[]]>([
    [
      '300,000 yes, 300,001 no',
      { anyOf: [{ allOf: [town, { population: { atMost: 300_000 } }] }, county] },
      ['/anyOf/0/allOf/1 atMost 300000: 300000 eligible, 300001 ineligible'],
    ],
    [
      'each bound of a range by itself',
      { allOf: [town, { population: { moreThan: 5_000, lessThan: 20_000 } }] },
      ['/allOf/1 moreThan 5000: 5001 eligible, 5000 ineligible', '/allOf/1 lessThan 20000: 19999 eligible, 20000 ineligible'],
    ],
    ['at least', { population: { atLeast: 20_000, asOf: '2022-12-31' } }, [' atLeast 20000: 20000 eligible, 19999 ineligible']],
    [
      'below a negation',
      { allOf: [town, { not: { population: { atMost: 5_000 } } }] },
      ['/allOf/1/not atMost 5000: 5000 ineligible, 5001 eligible'],
    ],
    [
      'beside another way, which the witness does not go',
      {
        anyOf: [{ population: { atMost: 20_000 } }, { fact: { name: 'ruralCatchmentProven', is: true } }, { territory: { in: ['DE-05'] } }],
      },
      ['/anyOf/0 atMost 20000: 20000 eligible, 20001 ineligible'],
    ],
    [
      'with all that is asked beside it',
      {
        allOf: [
          { not: { applicantType: { in: ['independent_city'] } } },
          { applicantType: { in: ['independent_city', 'town'] } },
          { territory: { in: ['DE-08'] } },
          { not: { territory: { in: ['DE-08111'] } } },
          { fact: { name: 'grwArea', is: true } },
          { fact: { name: 'degurba', atMost: 2 } },
          { population: { atLeast: 1_000, asOf: '2011-05-09' } },
          { population: { atMost: 9_000 } },
        ],
      },
      [
        '/allOf/5 atMost 2: 2 eligible, 3 ineligible',
        '/allOf/6 atLeast 1000: 1000 eligible, 999 ineligible',
        '/allOf/7 atMost 9000: 9000 eligible, 9001 ineligible',
      ],
    ],
    ['a fact finer than whole numbers', { fact: { name: 'share', atLeast: 2.5 } }, [' atLeast 2.5: 2.5 eligible, 2.4 ineligible']],
    ['what nobody can fall short of', { population: { atLeast: 0 } }, []],
    [
      'a member of a joint application',
      { jointApplication: { eachMember: { allOf: [town, { population: { atMost: 5_000 } }] } } },
      ['/jointApplication/eachMember/allOf/1 atMost 5000: 5000 eligible_jointly, 5001 ineligible'],
    ],
    [
      'groups, by their number and their joint population',
      {
        jointApplication: {
          members: { atLeast: 5, atMost: 20 },
          population: { atLeast: 3_000 },
          eachMember: { allOf: [town, { territory: { in: ['AT'] } }] },
        },
      },
      [
        '/jointApplication/members atLeast 5: 5 eligible, 4 ineligible',
        '/jointApplication/members atMost 20: 20 eligible, 21 ineligible',
        '/jointApplication/population atLeast 3000: 3000 eligible, 2999 ineligible',
      ],
    ],
    [
      'groups with a lead, whose members are bounded too, and with facts of their own',
      {
        jointApplication: {
          population: { atLeast: 20_000 },
          eachMember: { population: { atMost: 5_000 } },
          lead: { allOf: [town, { population: { atMost: 5_000 } }] },
          whole: { fact: { name: 'oneEuMember', is: true } },
        },
      },
      [
        '/jointApplication/population atLeast 20000: 20000 eligible, 19999 ineligible',
        '/jointApplication/eachMember atMost 5000: 5000 eligible_jointly, 5001 ineligible',
        '/jointApplication/lead/allOf/1 atMost 5000: 5000 eligible_jointly, 5001 ineligible',
      ],
    ],
  ])('%s', (_, rule, expected) => {
    expect(lines(rule)).toEqual(expected);
    expect(witnesses(nobody, rule).every(({ decides }) => decides)).toBe(true);
  });

  it('tells a bound that changes nothing', () => {
    const [first, second] = witnesses(nobody, { anyOf: [{ population: { atMost: 5 } }, { population: { atMost: 9 } }] });
    expect(first).toMatchObject({
      limit: 5,
      decides: false,
      inside: { verdict: 'met' },
      outside: { verdict: 'unmet', outcome: 'eligible' },
    });
    expect(second).toMatchObject({ limit: 9, decides: true });
  });

  it('shows somebody who meets what is asked beside it even where another way takes over beyond the bound', () => {
    const rule: Criterion = {
      anyOf: [
        { allOf: [town, { population: { atMost: 20_000 } }] },
        { allOf: [town, { population: { moreThan: 20_000 } }, { fact: { name: 'ruralCatchmentProven', is: true } }] },
      ],
    };
    expect(lines(rule)).toEqual([
      '/anyOf/0/allOf/1 atMost 20000: 20000 eligible, 20001 ineligible',
      '/anyOf/1/allOf/1 moreThan 20000: 20001 eligible, 20000 eligible',
    ]);
  });
});

describe('the real authorities next to a line', () => {
  const rule: Criterion = { anyOf: [{ allOf: [town, { population: { atMost: 300_000 } }] }, county] };
  const state = stateOf(
    anAuthority('DE:05124000', 358_938),
    anAuthority('DE:06414000', 283_083, { name: 'Wiesbaden' }),
    anAuthority('DE:09761000', 301_033, { name: 'Augsburg' }),
    anAuthority('DE:05358008', 93_207),
    anAuthority('DE:01002000', 247_717),
    anAuthority('DE:05515000', 320_946),
    anAuthority('DE:06433', 300_002, { types: ['county'] }),
  );

  it('are two on each side, nearest first, of those for whom it decides', () => {
    const [witness] = witnesses(state, rule);
    const shown = (side: 'inside' | 'outside') => witness![side].near.map(({ key, value, verdict }) => `${key} ${value} ${verdict}`);
    expect(shown('inside')).toEqual(['DE:06414000 283083 met', 'DE:01002000 247717 met']);
    expect(shown('outside')).toEqual(['DE:09761000 301033 unmet', 'DE:05515000 320946 unmet']);
    expect(witness!.inside.near[0]).toEqual({
      key: 'DE:06414000',
      name: 'Wiesbaden',
      value: 283_083,
      asOf: '2022-12-31',
      verdict: 'met',
      outcome: 'eligible',
    });
  });

  it('are those for whom it might decide where a fact of nobody is known', () => {
    const asking: Criterion = { allOf: [{ fact: { name: 'grwArea', is: true } }, { population: { atMost: 100_000 } }] };
    expect(witnesses(state, asking)[0]!.inside.near.map(({ key }) => key)).toEqual(['DE:05358008']);
  });

  it('have a figure of the reference date, or are left out', () => {
    expect(witnesses(state, { population: { atMost: 100_000, asOf: '2011-05-09' } })[0]!.inside.near).toEqual([]);
  });
});
