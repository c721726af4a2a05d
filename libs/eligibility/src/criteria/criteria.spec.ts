import { namedSets } from '../../test/arbitraries.js';
import type { Applicant, FactValue, PopulationFigure } from '../applicant.js';
import type { FactDemand, PopulationDemand } from '../criterion.js';
import { judgeApplicantType } from './applicant-type.js';
import { judgeAuthority } from './authority.js';
import { judgeFact } from './fact.js';
import { judgePopulation } from './population.js';
import { judgeTerritory } from './territory.js';

const someone: Applicant = { types: [], population: [], facts: new Map() };

describe('applicant type', () => {
  it.each([
    [['municipality'], ['municipality', 'town'], 'met'],
    [['county', 'town'], ['municipality', 'town'], 'met'],
    [['county'], ['municipality', 'town'], 'unmet'],
    [['county'], [], 'unmet'],
    [[], ['county'], 'unmet'],
    [['constructor'], ['county'], 'unmet'],
  ] as const)('in %j, applicant %j: %s', (demanded, types, verdict) => {
    expect(judgeApplicantType({ in: demanded }, { ...someone, types }).verdict).toBe(verdict);
  });
});

describe('population', () => {
  const verdict = (demand: PopulationDemand, population: PopulationFigure[]) => judgePopulation(demand, { ...someone, population }).verdict;

  it.each([
    [{ atLeast: 20_000 }, ['unmet', 'met', 'met']],
    [{ moreThan: 20_000 }, ['unmet', 'unmet', 'met']],
    [{ atMost: 20_000 }, ['met', 'met', 'unmet']],
    [{ lessThan: 20_000 }, ['met', 'unmet', 'unmet']],
    [{ atLeast: 20_000, atMost: 20_000 }, ['unmet', 'met', 'unmet']],
    [{ moreThan: 20_000, lessThan: 20_001 }, ['unmet', 'unmet', 'unmet']],
  ])('%j: below, at and above 20,000', (range, verdicts) => {
    expect([19_999, 20_000, 20_001].map((value) => verdict(range, [{ value }]))).toEqual(verdicts);
  });

  const in2020 = { value: 5, asOf: '2020-12-31' };
  const in2022 = { value: 9, asOf: '2022-12-31' };
  const undated = { value: 7 };

  it.each([
    ['no date named: the newest', undefined, [in2022, in2020], 9],
    ['no date named: a dated figure goes before one without', undefined, [undated, in2020], 5],
    ['no date named, none given', undefined, [undated], 7],
    ['the figure of that date', '2020-12-31', [in2022, in2020], 5],
    ['no other figure than that date', '2021-12-31', [in2022, in2020], undefined],
    ['a figure without a date counts for every date', '2021-12-31', [in2022, undated], 7],
    ['but not where there is one of that date', '2022-12-31', [in2022, undated], 9],
    ['no figure', undefined, [], undefined],
  ])('%s', (_, asOf, figures, counted) => {
    const judgement = judgePopulation({ atLeast: 1, ...(asOf && { asOf }) }, { ...someone, population: figures });
    expect(judgement.params.value).toBe(counted);
    expect([judgement.verdict, judgement.missing]).toEqual(counted === undefined ? ['unknown', ['population']] : ['met', []]);
  });
});

describe('territory', () => {
  const judge = (entries: string[], applicant: Partial<Applicant>) =>
    judgeTerritory({ in: entries }, { ...someone, ...applicant }, namedSets);

  it.each([
    [['DE-05'], 'DE-05358008', 'territory-inside'],
    [['DE-05'], 'DE-05', 'territory-inside'],
    [['DE-053'], 'DE-05358008', 'territory-inside'],
    [['DE'], 'DE-05358008', 'territory-inside'],
    [['DE'], 'DE', 'territory-inside'],
    [['D'], 'DE-05358008', 'territory-outside'],
    [['D'], 'DE', 'territory-outside'],
    [['DE-05358008'], 'DE-05', 'territory-too-coarse'],
    [['DE-05'], 'DE', 'territory-too-coarse'],
    [['DE-06'], 'DE-05358008', 'territory-outside'],
    [['FR-29', 'DE-05'], 'DE-05358008', 'territory-inside'],
    [[], 'DE-05358008', 'territory-outside'],
  ])('in %j, lying in %s: %s', (entries, territory, code) => {
    expect(judge(entries, { territory }).code).toBe(code);
  });

  it('that is not known is unknown', () => {
    expect(judge(['DE-05'], {})).toMatchObject({ verdict: 'unknown', code: 'territory-missing', missing: ['territory'] });
  });

  it('may be a set kept by editors, of territories and of keys', () => {
    expect(judge(['named:leader'], { territory: 'DE-05358008', key: 'DE:05358008' }).verdict).toBe('met');
    expect(judge(['named:leader'], { territory: 'DE-03241', key: 'DE:03241' }).verdict).toBe('met');
    expect(judge(['named:leader'], { territory: 'DE-03242', key: 'DE:03242' }).verdict).toBe('unmet');
    expect(judge(['named:leader'], { territory: 'DE-03242' }).missing).toEqual(['key']);
    expect(judge(['named:nobody'], {}).verdict).toBe('unmet');
  });

  it('of a set that nobody knows is unknown, unless another entry decides', () => {
    expect(judge(['named:nowhere'], { territory: 'DE-05' })).toMatchObject({ code: 'named-territory-unknown', missing: ['named:nowhere'] });
    expect(judge(['named:nowhere', 'DE-05'], { territory: 'DE-05358008' }).verdict).toBe('met');
  });
});

describe('a closed list of authorities', () => {
  it.each([
    [['DE:05358008'], 'DE:05358008', 'authority-listed'],
    [['DE:05358008'], 'DE:05358', 'authority-not-listed'],
    [['DE:05358008'], undefined, 'authority-key-missing'],
    [[], undefined, 'authority-not-listed'],
  ])('%j, key %s: %s', (keys, key, code) => {
    expect(judgeAuthority({ in: keys }, { ...someone, ...(key && { key }) }).code).toBe(code);
  });
});

describe('a fact', () => {
  const judge = (demand: Omit<FactDemand, 'name'>, value?: FactValue) =>
    judgeFact({ name: 'grwArea', ...demand }, new Map(value === undefined ? [] : [['grwArea', value]])).verdict;

  it.each([
    [{ is: true }, true, 'met'],
    [{ is: true }, false, 'unmet'],
    [{ is: true }, 'true', 'unmet'],
    [{ is: true }, 1, 'unmet'],
    [{ is: false }, undefined, 'unknown'],
    [{ is: '5' }, '5', 'met'],
    [{ is: '5' }, 5, 'unmet'],
    [{ atMost: 5 }, 5, 'met'],
    [{ atMost: 5 }, 5.1, 'unmet'],
    [{ atMost: 5 }, '5', 'unmet'],
    [{ atLeast: 0 }, false, 'unmet'],
    [{ atMost: 5 }, undefined, 'unknown'],
  ])('%j of %j: %s', (demand, value, verdict) => {
    expect(judge(demand, value)).toBe(verdict);
  });

  it.each([
    [{ atLeast: 3 }, ['unmet', 'met', 'met']],
    [{ moreThan: 3 }, ['unmet', 'unmet', 'met']],
    [{ atMost: 3 }, ['met', 'met', 'unmet']],
    [{ lessThan: 3 }, ['met', 'unmet', 'unmet']],
    [{ atLeast: 3, atMost: 3 }, ['unmet', 'met', 'unmet']],
    [{ moreThan: 2.9, lessThan: 3.1 }, ['unmet', 'met', 'unmet']],
  ])('%j: below, at and above 3', (range, verdicts) => {
    expect([2.9, 3, 3.1].map((value) => judge(range, value))).toEqual(verdicts);
  });

  it('that every object has is not given', () => {
    expect(judgeFact({ name: 'constructor', is: true }, new Map()).missing).toEqual(['fact:constructor']);
  });
});
