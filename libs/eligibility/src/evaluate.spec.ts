import fc from 'fast-check';
import { applicants, gaps, knownApplicants, namedSets, rules, without } from '../test/arbitraries.js';
import type { Applicant } from './applicant.js';
import type { Criterion } from './criterion.js';
import { leavesOf } from './criterion.js';
import { evaluate, outcomeFor } from './evaluate.js';

const anyone: Applicant = { types: [], population: [], facts: new Map() };
const town = { applicantType: { in: ['municipality'] } };
const county = { applicantType: { in: ['county'] } };
const grw = { fact: { name: 'grwArea', is: true } };
const weak = { fact: { name: 'financiallyWeak', is: true } };
const small = { population: { atMost: 300_000 } };

const aTown = (population?: number): Applicant => ({
  ...anyone,
  types: ['municipality', 'town'],
  population: population === undefined ? [] : [{ value: population, asOf: '2022-12-31' }],
});

describe('towns up to 300,000 inhabitants and every county', () => {
  const rule: Criterion = { anyOf: [{ allOf: [town, small] }, county] };

  it.each([
    [299_999, 'eligible'],
    [300_000, 'eligible'],
    [300_001, 'ineligible'],
    [undefined, 'undetermined'],
  ])('a town of %s is %s', (population, outcome) => {
    expect(evaluate(rule, aTown(population)).outcome).toBe(outcome);
  });

  it('a county of unknown size is eligible, and nothing is missing', () => {
    expect(evaluate(rule, { ...anyone, types: ['county'] })).toMatchObject({ outcome: 'eligible', missing: [], changes: [] });
  });

  it('gives a finding for every leaf in rule order, those too that no longer decide', () => {
    const { findings } = evaluate(rule, aTown(93_207));
    expect(findings.map(({ path, verdict, code }) => [path, verdict, code])).toEqual([
      ['/anyOf/0/allOf/0', 'met', 'applicant-type-among'],
      ['/anyOf/0/allOf/1', 'met', 'population-within'],
      ['/anyOf/1', 'unmet', 'applicant-type-other'],
    ]);
    expect(findings[1]!.text).toEqual({
      de: '93.207 am 31.\u00a0Dezember 2022, erlaubt sind höchstens 300.000.',
      en: '93,207 on 31\u00a0December 2022, allowed: at most 300,000.',
    });
  });

  it('says how far above the limit a city is', () => {
    const { findings } = evaluate(rule, aTown(320_946));
    expect(findings[1]).toMatchObject({
      code: 'population-outside',
      params: { atMost: 300_000, value: 320_946, asOf: '2022-12-31', distance: 20_946 },
    });
  });

  it('carries the id of a node into its findings', () => {
    expect(evaluate({ ...town, id: 'kind' }, aTown(1)).findings[0]).toMatchObject({ id: 'kind', path: '' });
  });
});

describe('what is missing', () => {
  it('names only what could still decide', () => {
    expect(evaluate({ allOf: [town, grw, { anyOf: [weak, town] }] }, aTown()).missing).toEqual(['fact:grwArea']);
    expect(evaluate({ allOf: [county, grw] }, aTown()).missing).toEqual([]);
    expect(evaluate({ anyOf: [{ allOf: [county, weak] }, { not: grw }, small] }, aTown()).missing).toEqual(['fact:grwArea', 'population']);
  });

  it('names what would decide about applying jointly while applying alone is open', () => {
    const rule: Criterion = {
      anyOf: [grw, { jointApplication: { eachMember: weak, whole: { fact: { name: 'twoCountries', is: true } } } }],
    };
    expect(evaluate(rule, aTown()).missing).toEqual(['fact:grwArea', 'fact:financiallyWeak']);
    expect(evaluate(rule, { ...aTown(), facts: new Map([['grwArea', true]]) }).missing).toEqual([]);
    expect(evaluate(rule, { ...aTown(), facts: new Map([['grwArea', false]]) }).missing).toEqual(['fact:financiallyWeak']);
  });

  it('is the key too where somebody may be taken out of a set by name', () => {
    const sets = { entries: () => ['DE'], except: () => ['DE:05358008'] };
    const nobodyKnown = { types: [], population: [], facts: new Map() };
    expect([...evaluate({ territory: { in: ['named:others'] } }, nobodyKnown, sets).missing].sort()).toEqual(['key', 'territory']);
  });

  it('once it is known, the outcome is known and stays', () => {
    fc.assert(
      fc.property(rules, knownApplicants, gaps, (rule, applicant, gap) => {
        const { outcome, missing } = evaluate(rule, without(applicant, gap), namedSets);
        const facts = gap.facts.filter((name) => !missing.includes(`fact:${name}`));
        const open = (item: 'key' | 'territory' | 'population') => gap[item] && !missing.includes(item);
        const filled = without(applicant, { key: open('key'), territory: open('territory'), population: open('population'), facts });
        const named = {
          ...namedSets,
          entries: (slug: string) => namedSets.entries(slug) ?? (missing.includes(`named:${slug}`) ? [] : undefined),
        };
        const after = evaluate(rule, filled, named);
        expect(after.outcome).not.toBe('undetermined');
        expect(after.missing).toEqual([]);
        if (outcome !== 'undetermined') expect(after.outcome).toBe(outcome);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('applying jointly', () => {
  it('is no way alone, whatever the number of members', () => {
    expect(evaluate({ jointApplication: { members: { atLeast: 1 } } }, aTown(1)).outcome).toBe('eligible_jointly');
    expect(evaluate({ not: { jointApplication: {} } }, aTown(1)).outcome).toBe('eligible');
  });

  it('a possible member satisfies eachMember or lead; a missing eachMember is met by everyone', () => {
    expect(evaluate({ jointApplication: { eachMember: county, lead: town } }, aTown(1)).outcome).toBe('eligible_jointly');
    expect(evaluate({ jointApplication: { lead: county } }, aTown(1)).outcome).toBe('eligible_jointly');
    expect(evaluate({ jointApplication: { eachMember: county, lead: county } }, aTown(1)).outcome).toBe('ineligible');
    expect(evaluate({ jointApplication: { eachMember: county, lead: small } }, aTown()).outcome).toBe('undetermined');
  });

  it('its leaves are judged for the applicant, those of the whole are open', () => {
    const rule: Criterion = { jointApplication: { eachMember: town, lead: county, whole: grw } };
    const { findings } = evaluate(rule, { ...aTown(1), facts: new Map([['grwArea', true]]) });
    expect(findings.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['/jointApplication/eachMember', 'met'],
      ['/jointApplication/lead', 'unmet'],
      ['/jointApplication/whole', 'unknown'],
    ]);
  });
});

describe('evaluation of any rule', () => {
  it('replacing an unknown by a value never turns an outcome into another', () => {
    fc.assert(
      fc.property(rules, knownApplicants, gaps, (rule, applicant, gap) => {
        const before = outcomeFor(rule, without(applicant, gap), namedSets);
        fc.pre(before !== 'undetermined');
        expect(outcomeFor(rule, applicant, namedSets)).toBe(before);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, has one finding a leaf, and something missing exactly where it is undetermined', () => {
    fc.assert(
      fc.property(rules, applicants, (rule, applicant) => {
        const { outcome, findings, missing } = evaluate(rule, applicant, namedSets);
        expect(findings.map(({ path }) => path)).toEqual(leavesOf(rule).map(({ path }) => path));
        expect(missing.length > 0).toBe(outcome === 'undetermined');
        expect(outcomeFor(rule, applicant, namedSets)).toBe(outcome);
      }),
      { numRuns: 1_000 },
    );
  });
});
