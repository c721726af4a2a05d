import fc from 'fast-check';
import { factsOfTheWhole, knownApplicants, namedSets, rules } from '../test/arbitraries.js';
import { contradictions } from './contradiction.js';
import type { Criterion } from './criterion.js';
import { evaluate } from './evaluate.js';
import { evaluateJointly } from './evaluate-jointly.js';

const town: Criterion = { applicantType: { in: ['municipality'] } };
const county: Criterion = { applicantType: { in: ['county'] } };
const small: Criterion = { population: { atMost: 5 } };
const grw: Criterion = { fact: { name: 'grwArea', is: true } };
const inside = (...territories: string[]): Criterion => ({ territory: { in: territories } });
const found = (rule: Criterion) => contradictions(rule).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a rule that nobody can ever meet', () => {
  it.each<[string, Criterion, string[]]>([
    ['no way', { anyOf: [] }, [' no-way']],
    ['an empty list of authorities', { allOf: [town, { authority: { in: [] } }] }, ['/allOf/1/authority/in empty-list']],
    ['an empty list of kinds', { applicantType: { in: [] } }, ['/applicantType/in empty-list']],
    ['an empty range', { population: { moreThan: 5, atMost: 5 } }, ['/population empty-range']],
    ['no whole number between the bounds', { population: { moreThan: 5, lessThan: 6 } }, ['/population empty-range']],
    ['two ranges apart', { allOf: [small, { population: { atLeast: 6 } }] }, [' contradiction']],
    [
      'two ranges apart of a fact',
      { allOf: [{ fact: { name: 'a', atMost: 5 } }, { fact: { name: 'a', moreThan: 5 } }] },
      [' contradiction'],
    ],
    ['a condition and its negation', { allOf: [town, grw, { not: grw }] }, [' contradiction']],
    [
      'a narrower kind, the wider excluded',
      { allOf: [town, { not: { applicantType: { in: ['county', 'municipality'] } } }] },
      [' contradiction'],
    ],
    ['territories apart', { allOf: [inside('DE-05'), inside('DE-06', 'FR')] }, [' contradiction']],
    ['a territory within an excluded one', { allOf: [inside('DE-05358'), { not: inside('DE-05') }] }, [' contradiction']],
    ['lists apart', { allOf: [{ authority: { in: ['DE:1'] } }, { authority: { in: ['DE:2'] } }] }, [' contradiction']],
    ['two values of a fact', { allOf: [grw, { fact: { name: 'grwArea', is: 'yes' } }] }, [' contradiction']],
    [
      'every way by itself',
      { anyOf: [{ population: { lessThan: 0 } }, { allOf: [grw, { not: grw }] }] },
      ['/anyOf/0/population empty-range', '/anyOf/1 contradiction'],
    ],
    ['nobody excluded', { not: { allOf: [] } }, [' never-met']],
    ['fewer members than one', { jointApplication: { members: { lessThan: 1 } } }, ['/jointApplication/members empty-range']],
    ['members that cannot be', { jointApplication: { eachMember: { anyOf: [] } } }, ['/jointApplication/eachMember no-way']],
    [
      'members outside of the territory',
      { allOf: [inside('DE-05'), { jointApplication: { eachMember: inside('DE-06') } }] },
      [' contradiction'],
    ],
  ])('%s', (_, rule, faults) => {
    expect(found(rule)).toEqual(faults);
  });
});

describe('a rule that somebody can meet', () => {
  it.each<[string, Criterion]>([
    ['one who is both', { allOf: [town, county] }],
    ['another way', { anyOf: [{ anyOf: [] }, town] }],
    ['bounds that touch', { allOf: [small, { population: { atLeast: 5 } }] }],
    ['figures of two dates', { allOf: [small, { population: { atLeast: 6, asOf: '2022-12-31' } }] }],
    ['part of an excluded territory left', { allOf: [inside('DE-05'), { not: inside('DE-05358') }] }],
    ['a set that editors keep', { allOf: [inside('DE-05'), inside('named:leader')] }],
    ['only together', { allOf: [inside('DE-05'), { jointApplication: { eachMember: town } }] }],
    ['different members escape different exclusions', { allOf: [{ not: small }, { not: { population: { moreThan: 5 } } }] }],
  ])('%s', (_, rule) => {
    expect(found(rule)).toEqual([]);
  });

  it('is never reported', () => {
    const reported = { rules: 0 };
    fc.assert(
      fc.property(rules, fc.array(knownApplicants, { minLength: 1, maxLength: 3 }), factsOfTheWhole, (rule, members, facts) => {
        if (contradictions(rule).length === 0) return;
        reported.rules += 1;
        const alone = members.map((member) => evaluate(rule, member, namedSets).outcome);
        expect([...alone, evaluateJointly(rule, members, facts, namedSets).outcome]).not.toContain('eligible');
      }),
      { numRuns: 5_000 },
    );
    expect(reported.rules).toBeGreaterThan(100);
  });

  it('is not looked for beyond a thousand ways', () => {
    const either = (name: string): Criterion => ({ anyOf: [{ fact: { name, is: true } }, { fact: { name, is: false } }] });
    const many = Array.from({ length: 30 }, (_, i) => either(`f${i}`));
    expect(found({ allOf: [...many, grw, { not: grw }] })).toEqual([]);
  });
});
