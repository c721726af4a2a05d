import fc from 'fast-check';
import { applicants, factsOfTheWhole, gaps, knownApplicants, namedSets, rules, without } from '../test/arbitraries.js';
import type { Applicant } from './applicant.js';
import type { Criterion, JointDemand } from './criterion.js';
import { evaluateJointly } from './evaluate-jointly.js';

const town = { applicantType: { in: ['municipality'] } };
const county = { applicantType: { in: ['county'] } };
const grw = { fact: { name: 'grwArea', is: true } };

const member = (types: string[], population?: number, facts: Record<string, boolean> = {}): Applicant => ({
  types,
  population: population === undefined ? [] : [{ value: population }],
  facts: new Map(Object.entries(facts)),
});
const aTown = (population?: number) => member(['municipality'], population);
const aCounty = (population?: number) => member(['county'], population);
const outcome = (demand: JointDemand, members: Applicant[], facts?: ReadonlyMap<string, boolean>) =>
  evaluateJointly({ jointApplication: demand }, members, facts).outcome;

describe('the number of members', () => {
  it.each([
    [{}, 1, 'ineligible'],
    [{}, 2, 'eligible'],
    [{ members: { atLeast: 3 } }, 2, 'ineligible'],
    [{ members: { atLeast: 3 } }, 3, 'eligible'],
    [{ members: { atLeast: 2, atMost: 3 } }, 4, 'ineligible'],
    [{ members: { atMost: 3 } }, 1, 'eligible'],
  ])('%j with %i: %s', (demand, count, expected) => {
    expect(
      outcome(
        demand,
        Array.from({ length: count }, () => aTown()),
      ),
    ).toBe(expected);
  });

  it.each([
    [{ atLeast: 3 }, ['ineligible', 'eligible', 'eligible']],
    [{ moreThan: 3 }, ['ineligible', 'ineligible', 'eligible']],
    [{ atMost: 3 }, ['eligible', 'eligible', 'ineligible']],
    [{ lessThan: 3 }, ['eligible', 'ineligible', 'ineligible']],
    [{ atLeast: 3, atMost: 3 }, ['ineligible', 'eligible', 'ineligible']],
  ])('%j: two, three and four', (members, outcomes) => {
    const group = (count: number) => Array.from({ length: count }, () => aTown());
    expect([2, 3, 4].map((count) => outcome({ members }, group(count)))).toEqual(outcomes);
  });

  it('an application of nobody is ineligible', () => {
    expect(evaluateJointly({ allOf: [] }, []).outcome).toBe('ineligible');
  });
});

describe('the joint population', () => {
  it.each([
    [{ atLeast: 3_000 }, [1_400, 1_599], 'ineligible'],
    [{ atLeast: 3_000 }, [1_400, 1_600], 'eligible'],
    [{ atMost: 60_000 }, [30_000, 30_001], 'ineligible'],
    [{ moreThan: 50_000 }, [30_000, 20_000], 'ineligible'],
    [{ atMost: 60_000 }, [30_000, undefined], 'undetermined'],
    [{ atMost: 60_000 }, [60_001, undefined], 'ineligible'],
    [{ lessThan: 60_000 }, [60_000, undefined], 'ineligible'],
    [{ atLeast: 3_000 }, [3_000, undefined], 'eligible'],
    [{ atLeast: 3_000 }, [2_999, undefined], 'undetermined'],
    [{ atLeast: 3_000, atMost: 60_000 }, [3_000, undefined], 'undetermined'],
  ])('%j of %j: %s', (population, figures, expected) => {
    expect(outcome({ population }, figures.map(aTown))).toBe(expected);
  });

  it.each([
    [{ atLeast: 3_000 }, ['ineligible', 'eligible', 'eligible']],
    [{ moreThan: 3_000 }, ['ineligible', 'ineligible', 'eligible']],
    [{ atMost: 3_000 }, ['eligible', 'eligible', 'ineligible']],
    [{ lessThan: 3_000 }, ['eligible', 'ineligible', 'ineligible']],
  ])('%j: below, at and above 3,000 together', (population, outcomes) => {
    expect([1_599, 1_600, 1_601].map((other) => outcome({ population }, [aTown(1_400), aTown(other)]))).toEqual(outcomes);
  });

  it('a missing figure is what is missing, until another demand has failed', () => {
    const rule: Criterion = { jointApplication: { population: { atMost: 5 }, eachMember: town } };
    expect(evaluateJointly(rule, [aTown(1), aTown()]).missing).toEqual(['population']);
    expect(evaluateJointly(rule, [aTown(1), aCounty()]).missing).toEqual([]);
  });
});

describe('members and lead', () => {
  it('each satisfies eachMember or lead', () => {
    expect(outcome({ eachMember: county, lead: town }, [aTown(), aCounty()])).toBe('eligible');
    expect(outcome({ eachMember: county, lead: town }, [aTown(), aCounty(), member(['amt'])])).toBe('ineligible');
  });

  it('at least one leads', () => {
    expect(outcome({ eachMember: county, lead: town }, [aCounty(), aCounty()])).toBe('ineligible');
    expect(outcome({ lead: town }, [member(['amt']), aTown()])).toBe('eligible');
    expect(outcome({ lead: grw }, [aTown(), aTown()])).toBe('undetermined');
  });

  it('a condition inside is judged for each member by itself', () => {
    const demand = { eachMember: { anyOf: [town, county] } };
    expect(outcome(demand, [aTown(), aCounty()])).toBe('eligible');
    expect(outcome({ eachMember: { allOf: [] } }, [aTown(), aCounty()])).toBe('eligible');
  });
});

describe('outside of jointApplication', () => {
  it('a leaf holds when it holds for every member, and connectives combine those verdicts', () => {
    const mixed = [aTown(), aCounty()];
    expect(evaluateJointly({ anyOf: [town, county] }, mixed).outcome).toBe('ineligible');
    expect(evaluateJointly({ not: town }, mixed).outcome).toBe('eligible');
    expect(evaluateJointly(town, [aTown(), aTown()]).outcome).toBe('eligible');
  });
});

describe('facts of the application as a whole', () => {
  it('decide about the whole, where those of the members do not count', () => {
    const members = [member(['municipality'], 1, { grwArea: true }), member(['municipality'], 1, { grwArea: true })];
    expect(evaluateJointly({ jointApplication: { whole: grw } }, members).missing).toEqual(['fact:grwArea']);
    expect(outcome({ whole: grw }, members, new Map([['grwArea', true]]))).toBe('eligible');
    expect(outcome({ whole: grw }, members, new Map([['grwArea', false]]))).toBe('ineligible');
  });

  it('count instead of the members everywhere', () => {
    const members = [member([], 1, { grwArea: true }), member([], 1, { grwArea: true })];
    const denied = new Map([['grwArea', false]]);
    expect(evaluateJointly(grw, members, denied).outcome).toBe('ineligible');
    expect(outcome({ eachMember: grw }, members, denied)).toBe('ineligible');
  });
});

describe('findings', () => {
  it('are given in rule order, each leaf once per member with its number, and for the demands on the application', () => {
    const rule: Criterion = { jointApplication: { population: { atLeast: 9 }, eachMember: county, lead: town, whole: grw } };
    const { findings } = evaluateJointly(rule, [aTown(1), aCounty(1)]);
    expect(findings.map(({ path, member: number, code }) => [path, number, code])).toEqual([
      ['/jointApplication', undefined, 'members-within'],
      ['/jointApplication/population', undefined, 'joint-population-outside'],
      ['/jointApplication/eachMember', 0, 'applicant-type-other'],
      ['/jointApplication/eachMember', 1, 'applicant-type-among'],
      ['/jointApplication/lead', 0, 'applicant-type-among'],
      ['/jointApplication/lead', 1, 'applicant-type-other'],
      ['/jointApplication/lead', undefined, 'lead-present'],
      ['/jointApplication/whole', undefined, 'fact-missing'],
    ]);
  });
});

describe('a joint application under any rule', () => {
  const several = fc.array(fc.tuple(knownApplicants, gaps), { minLength: 1, maxLength: 3 });

  it('never throws', () => {
    fc.assert(
      fc.property(rules, fc.array(applicants, { maxLength: 3 }), factsOfTheWhole, (rule, members, facts) => {
        const { outcome: result, missing } = evaluateJointly(rule, members, facts, namedSets);
        expect(missing.length > 0).toBe(result === 'undetermined');
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its outcome when an unknown becomes known', () => {
    fc.assert(
      fc.property(rules, several, (rule, members) => {
        const before = evaluateJointly(
          rule,
          members.map(([applicant, gap]) => without(applicant, gap)),
          new Map(),
          namedSets,
        ).outcome;
        fc.pre(before !== 'undetermined');
        const known = members.map(([applicant]) => applicant);
        expect(evaluateJointly(rule, known, new Map(), namedSets).outcome).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });
});
