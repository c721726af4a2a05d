import fc from 'fast-check';
import { applicants, factsOfTheWhole, namedSets, rules } from '../../test/arbitraries.js';
import type { Applicant, Facts } from '../applicant.js';
import { type Criterion, hasJointApplication, type JointDemand } from '../criterion.js';
import { evaluateJointly } from '../evaluate-jointly.js';
import { NEARNESSES, nearness } from './nearness.js';
import { byNearness, type Candidate, type Partner } from './partner.js';
import { type Group, smallestGroups } from './smallest-groups.js';

const town = { applicantType: { in: ['municipality'] } };
const county = { applicantType: { in: ['county'] } };

/** A municipality of the register as far as it matters here: "05358008" of the association "0535801". */
function aTown(ags: string, population?: number, more: Partial<Applicant> & { association?: string } = {}): Candidate {
  const { association, ...rest } = more;
  const figures = population === undefined ? [] : [{ value: population }];
  const applicant = { key: `DE:${ags}`, types: ['municipality'], territory: `DE-${ags}`, population: figures, facts: new Map(), ...rest };
  return { key: `DE:${ags}`, ...(association !== undefined && { association }), applicant };
}
const aCounty = (number: string, population?: number) => aTown(number, population, { types: ['county'] });
const around = (demand: JointDemand, self: Candidate, others: Candidate[]) => smallestGroups({ jointApplication: demand }, self, others);
const keys = ({ members }: Group) => members.slice(1).map(({ key }) => key.slice(3));

describe('the smallest groups around an applicant', () => {
  const self = aTown('05358008', 5_000);

  it('hold as many members as it takes, and no more', () => {
    const others = [aTown('05358012', 5_000), aTown('05358016', 5_001), aTown('05358020', 5_002)];
    const { groups } = around({ members: { atLeast: 3 } }, self, others);
    expect(groups.map(keys)).toEqual([
      ['05358012', '05358016'],
      ['05358012', '05358020'],
      ['05358016', '05358020'],
    ]);
  });

  it.each([
    [9_999, [['05358012']]],
    [10_000, [['05358012']]],
    [10_001, [['05358012', '05358016']]],
  ])('reach a joint population of %i', (atLeast, expected) => {
    const others = [aTown('05358012', 5_000), aTown('05358016', 1)];
    expect(around({ population: { atLeast } }, self, others).groups.map(keys)).toEqual(expected);
  });

  it('stay below a joint population', () => {
    const others = [aTown('05358012', 5_001), aTown('05358016', 4_999), aTown('05358020')];
    const { groups } = around({ population: { atMost: 10_000 } }, self, others);
    expect(groups.map(keys)).toEqual([['05358016']]);
    expect(groups[0]!.population).toBe(9_999);
  });

  it('have somebody who leads', () => {
    const { groups } = around({ lead: county, eachMember: town }, self, [aTown('05358012', 5_000), aCounty('05358', 270_000)]);
    expect(groups.map(keys)).toEqual([['05358']]);
  });

  it('are ranked by the farthest member, then by fewest members, then by likeness in size', () => {
    const others = [
      aTown('05358012', 20_000),
      aTown('05358016', 4_000),
      aTown('05362004', 5_000),
      aTown('05766008', 5_000),
      aTown('03241001', 5_000),
      aTown('05358020', 100, { association: '053585001' }),
    ];
    const { groups } = around({}, aTown('05358008', 5_000, { association: '053585001' }), others);
    expect(groups.map((group) => [group.nearness, ...keys(group)])).toEqual([
      ['association', '05358020'],
      ['county', '05358016'],
      ['county', '05358012'],
      ['region', '05362004'],
      ['state', '05766008'],
      ['elsewhere', '03241001'],
    ]);
  });

  it('take the nearest beside the one who has to come from afar', () => {
    const others = [aTown('05766008', 5_000), aTown('05358012', 20_000), aTown('05766012', 5_000), aCounty('05770', 300_000)];
    const { groups } = around({ members: { atLeast: 3 }, lead: county }, self, others);
    expect(groups.map(keys)).toEqual([
      ['05358012', '05770'],
      ['05766008', '05770'],
      ['05766012', '05770'],
    ]);
  });

  it('are twenty at most', () => {
    const others = Array.from({ length: 40 }, (_, i) => aTown(`053580${i + 10}`, 5_000 + i));
    expect(around({}, self, others).groups).toHaveLength(20);
    expect(around({ members: { atLeast: 4 } }, self, others).groups).toHaveLength(20);
  });

  it('are none for who may apply alone, cannot join, or does not say what would decide', () => {
    const others = [aTown('05358012', 5_000)];
    const orAlone: Criterion = { anyOf: [{ population: { moreThan: 4_999 } }, { jointApplication: {} }] };
    expect(smallestGroups(orAlone, self, others).groups).toEqual([]);
    expect(smallestGroups(orAlone, aTown('05358008', 4_999), others).groups).toHaveLength(1);
    expect(around({ eachMember: county }, self, others).groups).toEqual([]);
    expect(around({ eachMember: { fact: { name: 'grwArea', is: true } } }, self, others).groups).toEqual([]);
    expect(smallestGroups(town, aCounty('05358'), others)).toEqual({ groups: [], isComplete: true });
  });

  it('say when a ring was too large to be tried to its end, and still show nobody too many', () => {
    const others = Array.from({ length: 30 }, (_, i) => aTown(`053580${i + 10}`, 1_000 + i, { facts: new Map([['lead', i > 27]]) }));
    const demand = { members: { atLeast: 3 }, lead: { fact: { name: 'lead', is: true } } };
    const { groups, isComplete } = smallestGroups({ jointApplication: demand }, self, others, { effort: 40 });
    expect(isComplete).toBe(false);
    for (const group of groups) expectSmallest({ jointApplication: demand }, group, new Map());
  });
});

const together = (rule: Criterion, members: readonly Candidate[], facts: Facts) =>
  evaluateJointly(
    rule,
    members.map(({ applicant }) => applicant),
    facts,
    namedSets,
  ).outcome;

function expectSmallest(rule: Criterion, { members, evaluation }: Group, facts: Facts): void {
  expect(evaluation.outcome).toBe('eligible');
  expect(together(rule, members, facts)).toBe('eligible');
  for (const left of members.slice(1))
    expect(
      together(
        rule,
        members.filter((member) => member !== left),
        facts,
      ),
    ).not.toBe('eligible');
}

/** Every subset, the smallest kept, ranked by the words of `smallestGroups`. */
function byBruteForce(rule: Criterion, self: Candidate, others: readonly Candidate[], facts: Facts): string[][] {
  const size = (candidate: Candidate) => sizeOf(candidate.applicant);
  const partners = others.map((candidate) => {
    const [a, b] = [size(self) ?? 0, size(candidate)];
    const unlikeness = b === undefined ? Number.POSITIVE_INFINITY : (Math.max(a, b) + 1) / (Math.min(a, b) + 1);
    const place = ({ association, applicant }: Candidate) => ({ association, territory: applicant.territory });
    return { candidate, unlikeness, nearness: nearness(place(self), place(candidate)) } as Partner;
  });
  const sorted = partners.toSorted(byNearness);
  const eligible = (part: number) =>
    together(rule, [self, ...sorted.filter((_, i) => part & (1 << i)).map(({ candidate }) => candidate)], facts) === 'eligible';
  const parts = Array.from({ length: 2 ** sorted.length }, (_, part) => part).filter(eligible);
  const smallest = parts.filter((part) => !parts.some((other) => other !== part && (other & part) === other));
  const members = (part: number) => sorted.filter((_, i) => part & (1 << i));
  const ring = (part: number) => Math.max(...members(part).map(({ nearness: each }) => NEARNESSES.indexOf(each)));
  return smallest
    .filter((part) => part > 0)
    .sort((a, b) => ring(a) - ring(b) || members(a).length - members(b).length || a - b)
    .slice(0, 20)
    .map((part) => members(part).map(({ candidate }) => candidate.key));
}

/** Written again: the newest figure by the contract, a figure without a date only where no other is. */
function sizeOf({ population }: Applicant): number | undefined {
  const dated = population.filter(({ asOf }) => asOf !== undefined).sort((a, b) => (a.asOf! < b.asOf! ? -1 : 1));
  const newest = dated.at(-1)?.asOf;
  const figures = newest === undefined ? population : dated.filter(({ asOf }) => asOf === newest);
  return figures.at(-1)?.value;
}

describe('the smallest groups under any rule', () => {
  const several = fc
    .array(fc.tuple(applicants, fc.constantFrom(undefined, 'a', 'b')), { minLength: 1, maxLength: 7 })
    .map((all) => all.map(([applicant, association], i): Candidate => ({ key: `k${i}`, ...(association && { association }), applicant })));
  const inside = rules.filter((rule) => !hasJointApplication(rule));
  const joint = fc
    .record(
      {
        eachMember: inside,
        lead: inside,
        members: fc.record({ atLeast: fc.integer({ min: 1, max: 4 }) }),
        population: fc.record({ atLeast: fc.nat(20) }),
      },
      { requiredKeys: [] },
    )
    .map((jointApplication): Criterion => ({ jointApplication }));
  const joinable = fc.oneof(
    joint,
    rules.filter(hasJointApplication),
    fc.tuple(rules, joint).map(([rule, each]): Criterion => ({ anyOf: [rule, each] })),
    fc.tuple(joint, joint).map((both): Criterion => ({ anyOf: both })),
    fc.tuple(rules, joint).map(([rule, each]): Criterion => ({ allOf: [{ not: rule }, each] })),
  );

  it('are those that trying every group gives, in the same order', () => {
    let found = 0;
    fc.assert(
      fc.property(joinable, several, factsOfTheWhole, (rule, [self, ...others], facts) => {
        const { groups, isComplete } = smallestGroups(rule, self!, others, { facts, named: namedSets });
        expect(isComplete).toBe(true);
        for (const group of groups) expectSmallest(rule, group, facts);
        const sets = groups.map(({ members }) => new Set(members.slice(1).map(({ key }) => key)));
        expect(sets).toEqual(byBruteForce(rule, self!, others, facts).map((each) => new Set(each)));
        found += groups.length;
      }),
      { numRuns: 1_500 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
