import fc from 'fast-check';
import { factsOfTheWhole, knownApplicants, namedSets, rules } from '../../test/arbitraries.js';
import { contradictions } from '../contradiction.js';
import { type Criterion, hasJointApplication } from '../criterion.js';
import { outcomeFor } from '../evaluate.js';
import { evaluateJointly } from '../evaluate-jointly.js';
import { idleBranches, replaced } from './idle-branches.js';

const town: Criterion = { applicantType: { in: ['municipality'] } };
const county: Criterion = { applicantType: { in: ['county'] } };
const upTo = (atMost: number): Criterion => ({ population: { atMost } });
const from = (atLeast: number): Criterion => ({ population: { atLeast } });
const grw: Criterion = { fact: { name: 'grwArea', is: true } };
const inside = (...territories: string[]): Criterion => ({ territory: { in: territories } });
const found = (rule: Criterion) => idleBranches(rule).map(({ path, code }) => `${path} ${code}`);

describe('a branch that changes nothing', () => {
  it.each<[string, Criterion, string[]]>([
    ['a narrower bound beside a wider one', { anyOf: [upTo(5), upTo(10)] }, ['/anyOf/0 redundant-branch']],
    ['a wider bound that has to hold beside a narrower one', { allOf: [upTo(5), upTo(10)] }, ['/allOf/1 redundant-branch']],
    ['the later of two that say the same', { anyOf: [town, county, town] }, ['/anyOf/2 redundant-branch']],
    ['a town by its size beside all towns', { anyOf: [{ allOf: [town, upTo(5)] }, town] }, ['/anyOf/0 redundant-branch']],
    [
      'a kind beside a list that has it',
      { anyOf: [{ applicantType: { in: ['county', 'municipality'] } }, county] },
      ['/anyOf/1 redundant-branch'],
    ],
    ['a way that nobody can go', { anyOf: [town, { allOf: [grw, { not: grw }] }] }, ['/anyOf/1 contradictory-branch']],
    ['a way without ways', { anyOf: [town, { anyOf: [] }] }, ['/anyOf/1 contradictory-branch']],
    [
      'a way that the conditions beside it exclude',
      { allOf: [inside('DE-05'), { anyOf: [inside('DE-06'), grw] }] },
      ['/allOf/1/anyOf/0 unreachable-branch'],
    ],
    ['a condition that everybody meets', { allOf: [town, from(0)] }, ['/allOf/1 redundant-branch']],
    [
      'a condition that one further out implies',
      { allOf: [upTo(5), { anyOf: [grw, { allOf: [town, upTo(9)] }] }] },
      ['/allOf/1/anyOf/1/allOf/1 redundant-branch'],
    ],
    ['a narrower exclusion beside a wider one', { allOf: [{ not: upTo(5) }, { not: upTo(9) }] }, ['/allOf/0 redundant-branch']],
    [
      'the two sizes of the smart cities of 2019, since its third way lets every town in',
      {
        anyOf: [
          { allOf: [town, { population: { atLeast: 20_000, atMost: 100_000 } }] },
          { allOf: [town, { population: { lessThan: 20_000 } }] },
          {
            anyOf: [
              town,
              { jointApplication: { members: { atLeast: 2 }, eachMember: { applicantType: { in: ['municipality', 'county'] } } } },
            ],
          },
        ],
      },
      ['/anyOf/0 redundant-branch', '/anyOf/1 redundant-branch'],
    ],
    [
      'a kind of member that may lead anyway',
      { jointApplication: { eachMember: { anyOf: [town, county] }, lead: county } },
      ['/jointApplication/eachMember/anyOf/1 redundant-branch'],
    ],
  ])('%s', (_, rule, branches) => {
    expect(found(rule)).toEqual(branches);
  });
});

describe('a branch that changes something', () => {
  it.each<[string, Criterion]>([
    ['the rule of 2014', { anyOf: [{ allOf: [town, upTo(300_000)] }, county] }],
    ['bounds that overlap', { anyOf: [upTo(5), from(4)] }],
    ['figures of two dates', { allOf: [upTo(5), { population: { atMost: 9, asOf: '2022-12-31' } }] }],
    ['towns as members beside towns alone', { anyOf: [town, { jointApplication: { eachMember: { anyOf: [town, county] } } }] }],
    ['a kind that may lead and be a member', { jointApplication: { eachMember: town, lead: { anyOf: [town, county] } } }],
    ['a set that editors keep', { anyOf: [inside('DE-05'), inside('named:leader')] }],
    ['what different members may escape', { allOf: [grw, { anyOf: [upTo(5), from(6)] }] }],
  ])('%s', (_, rule) => {
    expect(found(rule)).toEqual([]);
  });

  it('is never reported: without the branch the rule says the same of everybody', () => {
    const reported = { rules: 0 };
    const members = fc.array(knownApplicants, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rules, members, factsOfTheWhole, (rule, applicants, facts) => {
        if (hasJointApplication(rule) || contradictions(rule).length > 0) return;
        const idle = idleBranches(rule);
        if (idle.length === 0) return;
        reported.rules += 1;
        const rest = idle.reduce(
          (all, { path }) => replaced({ path: '', criterion: all }, path, /\/anyOf\/\d+$/.test(path) ? { anyOf: [] } : { allOf: [] }),
          rule,
        );
        const said = (of: Criterion) => [
          ...applicants.map((applicant) => outcomeFor(of, applicant, namedSets)),
          evaluateJointly(of, applicants, facts, namedSets).outcome,
        ];
        expect(said(rest)).toEqual(said(rule));
      }),
      { numRuns: 5_000 },
    );
    expect(reported.rules).toBeGreaterThan(100);
  });

  it('is not looked for in rules of more than 150 parts', () => {
    expect(found({ anyOf: Array.from({ length: 150 }, () => town) })).toEqual([]);
    expect(found({ anyOf: Array.from({ length: 100 }, () => town) })).toHaveLength(99);
  });
});
