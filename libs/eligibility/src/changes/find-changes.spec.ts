import fc from 'fast-check';
import { applicants, namedSets, rules } from '../../test/arbitraries.js';
import type { Applicant, FactValue } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { evaluate, outcomeFor } from '../evaluate.js';
import { applyChange } from './apply-change.js';
import type { Change } from './change.js';
import { findChanges } from './find-changes.js';
import { isEligibleWith } from './is-eligible-with.js';

const anyone: Applicant = { types: [], population: [], facts: new Map() };
const town = { applicantType: { in: ['municipality'] } };
const county = { applicantType: { in: ['county'] } };
const aTown = (population?: number, facts: Record<string, FactValue> = {}): Applicant => ({
  ...anyone,
  types: ['municipality', 'town'],
  population: population === undefined ? [] : [{ value: population, asOf: '2022-12-31' }],
  facts: new Map(Object.entries(facts)),
});
const fact = (name: string, is: boolean | string = true): Criterion => ({ fact: { name, is } });
const setsOf = (changes: readonly Change[]) => changes.map(({ set }) => set);

describe('towns up to 300,000 inhabitants and every county', () => {
  const rule: Criterion = { anyOf: [{ allOf: [town, { population: { atMost: 300_000 } }] }, county] };

  it.each([[299_999], [300_000]])('a town of %s needs no change', (population) => {
    expect(findChanges(rule, aTown(population))).toEqual([]);
  });

  it.each([300_001, 320_946])('a town of %s would have to shrink, or to be a county', (population) => {
    expect(findChanges(rule, aTown(population))).toEqual([
      { set: [{ kind: 'population', from: population, to: 300_000, possible: 'unlikely' }] },
      { set: [{ kind: 'applicantType', from: ['municipality', 'town'], to: ['county'], possible: false }] },
    ]);
  });

  it('of a town of unknown size the bound is named, and it is possible', () => {
    expect(findChanges(rule, aTown())[0]).toEqual({ set: [{ kind: 'population', from: null, to: 300_000, possible: true }] });
  });
});

describe('the nearest population', () => {
  it.each([
    [{ atMost: 20_000 }, 20_001, [20_000]],
    [{ lessThan: 20_000 }, 20_000, [19_999]],
    [{ lessThan: 20_000 }, 20_001, [19_999]],
    [{ atLeast: 5_000 }, 4_999, [5_000]],
    [{ moreThan: 5_000 }, 5_000, [5_001]],
    [{ moreThan: 5_000 }, 4_999, [5_001]],
    [{ atLeast: 20_000, atMost: 100_000 }, 19_999, [20_000]],
    [{ atLeast: 20_000, atMost: 100_000 }, 100_001, [100_000]],
    [{ atMost: 2.5 }, 3, [2]],
    [{ moreThan: 2.5 }, 1, [3]],
    [{ lessThan: 0 }, 1, []],
  ])('that is %j of %i is %j', (population, now, expected) => {
    expect(findChanges({ population }, aTown(now)).map(({ set }) => set[0]!.to)).toEqual(expected);
  });

  it('outside of a range lies below and above it, the nearer first', () => {
    const rule: Criterion = { not: { population: { atLeast: 100, atMost: 200 } } };
    expect(findChanges(rule, aTown(190)).map(({ set }) => set[0]!.to)).toEqual([201, 99]);
    expect(findChanges(rule, aTown(99))).toEqual([]);
  });

  it('is named once in each direction, however many ways there are', () => {
    const rule: Criterion = { anyOf: [{ population: { atMost: 100 } }, { population: { atMost: 200 } }, { population: { atLeast: 900 } }] };
    expect(findChanges(rule, aTown(800)).map(({ set }) => set[0]!.to)).toEqual([900, 200]);
    expect(findChanges({ anyOf: [{ population: { atMost: 200 } }, { population: { atMost: 100 } }] }, aTown())).toHaveLength(1);
  });

  it('of a reference date is that of the date', () => {
    const rule: Criterion = { allOf: [{ population: { atMost: 10, asOf: '2020-12-31' } }, { population: { atLeast: 20 } }] };
    expect(setsOf(findChanges(rule, aTown(30)))).toEqual([
      [{ kind: 'population', asOf: '2020-12-31', from: null, to: 10, possible: true }],
    ]);
    const both = { ...anyone, population: [{ value: 15, asOf: '2020-12-31' }] };
    expect(setsOf(findChanges(rule, both))).toEqual([
      [
        { kind: 'population', asOf: '2020-12-31', from: 15, to: 10, possible: 'unlikely' },
        { kind: 'population', from: 15, to: 20, possible: 'unlikely' },
      ],
    ]);
  });
});

describe('facts', () => {
  it.each<[Criterion, FactValue | undefined, FactValue, boolean | 'unlikely']>([
    [fact('x'), undefined, true, true],
    [fact('x'), false, true, 'unlikely'],
    [fact('x', 'rural'), 'urban', 'rural', 'unlikely'],
    [{ not: fact('x') }, true, false, 'unlikely'],
    [{ not: fact('x') }, undefined, false, true],
    [{ not: fact('x', 'rural') }, 'rural', '≠ rural', 'unlikely'],
    [{ fact: { name: 'x', atMost: 10_000 } }, 10_001, 10_000, 'unlikely'],
    [{ fact: { name: 'x', lessThan: 10_000 } }, 10_000, 9_999, 'unlikely'],
    [{ fact: { name: 'x', moreThan: -5 } }, -5, -4, 'unlikely'],
    [{ fact: { name: 'x', lessThan: 0.25 } }, 0.3, 0.24, 'unlikely'],
    [{ fact: { name: 'x', moreThan: 5, lessThan: 6 } }, 1, 5.5, 'unlikely'],
    [{ fact: { name: 'x', atLeast: 3, atMost: 8 } }, undefined, 3, true],
    [{ fact: { name: 'x', atMost: 8 } }, undefined, 8, true],
    [{ fact: { name: 'x', atMost: 8 } }, '8', 8, 'unlikely'],
    [{ not: { fact: { name: 'x', atMost: 8 } } }, 8, 9, 'unlikely'],
  ])('for %j, now %j, %j will do', (rule, now, to, possible) => {
    const applicant = aTown(1, now === undefined ? {} : { x: now });
    expect(findChanges(rule, applicant)).toEqual([{ set: [{ kind: 'fact', name: 'x', from: now ?? null, to, possible }] }]);
  });

  it('that may be neither yes nor no lead nowhere', () => {
    expect(findChanges({ not: { anyOf: [fact('x', true), fact('x', false)] } }, aTown(1))).toEqual([]);
  });

  it('come in the order of likelihood and size', () => {
    const rule: Criterion = { anyOf: [county, { population: { atMost: 10 } }, { allOf: [fact('a'), fact('b')] }, fact('c'), fact('d')] };
    const changes = findChanges(rule, aTown(11, { c: false }));
    const names = changes.map(({ set }) => set.map((element) => (element.kind === 'fact' ? element.name : element.kind)).join(' '));
    expect(names).toEqual(['d', 'a b', 'c', 'population', 'applicantType']);
  });
});

describe('what cannot change', () => {
  const münster: Applicant = { ...aTown(320_946), key: 'DE:05515000', territory: 'DE-05515000' };

  it('is listed as impossible: state, kind and key', () => {
    expect(setsOf(findChanges({ territory: { in: ['DE-03', 'DE-053'] } }, münster))).toEqual([
      [{ kind: 'territory', from: 'DE-05515000', to: 'DE-053', possible: false }],
    ]);
    expect(setsOf(findChanges({ authority: { in: ['DE:1', 'DE:2'] } }, münster))).toEqual([
      [{ kind: 'authority', from: 'DE:05515000', to: 'DE:1', possible: false }],
    ]);
    expect(setsOf(findChanges({ not: { applicantType: { in: ['town'] } } }, münster))).toEqual([
      [{ kind: 'applicantType', from: ['municipality', 'town'], to: ['municipality'], possible: false }],
    ]);
    expect(setsOf(findChanges({ not: { territory: { in: ['DE-05'] } } }, münster))).toEqual([
      [{ kind: 'territory', from: 'DE-05515000', to: 'ZZ', possible: false }],
    ]);
  });

  it('is possible where it is only not known', () => {
    expect(setsOf(findChanges({ territory: { in: ['DE-05'] } }, aTown()))).toEqual([
      [{ kind: 'territory', from: null, to: 'DE-05', possible: true }],
    ]);
  });

  it('a set kept by editors holds places and keys; one that nobody knows leads nowhere', () => {
    const rule: Criterion = { territory: { in: ['named:leader'] } };
    expect(findChanges(rule, münster, namedSets).map(({ set }) => set[0]!.to)).toEqual(['DE-053', 'DE:03241']);
    expect(findChanges({ territory: { in: ['named:nowhere'] } }, münster, namedSets)).toEqual([]);
    const köln = { ...münster, territory: 'DE-05315000' };
    expect(findChanges({ territory: { in: ['named:rest'] } }, köln, namedSets).map(({ set }) => set[0]!.to)).toEqual(['DE-05358008']);
    expect(findChanges({ not: { territory: { in: ['named:nowhere'] } } }, münster, namedSets)).toEqual([]);
  });
});

describe('joining others', () => {
  const joint = { members: { atLeast: 3 }, population: { atLeast: 20_000 }, eachMember: town };

  it('is a change of its own for who could be a member', () => {
    const rule: Criterion = { anyOf: [county, { jointApplication: joint }] };
    expect(findChanges(rule, aTown(3_000))[0]).toEqual({
      set: [
        {
          kind: 'join',
          path: '/anyOf/1',
          members: { atLeast: 3 },
          population: { atLeast: 20_000 },
          from: 'alone',
          to: 'jointly',
          possible: true,
        },
      ],
    });
    expect(isEligibleWith(rule, aTown(3_000), { set: [] })).toBe(false);
  });

  it('may need a fact beside it, and then leaves neither out', () => {
    const rule: Criterion = { allOf: [fact('plan'), { jointApplication: {} }] };
    const [change] = findChanges(rule, aTown(1));
    expect(change!.set).toMatchObject([{ kind: 'fact' }, { kind: 'join', members: { atLeast: 2 } }]);
    expect(outcomeFor(rule, applyChange(aTown(1), change!))).toBe('eligible_jointly');
  });

  it.each([
    [19_999, true],
    [20_000, true],
    [20_001, false],
  ])('with at most 20,000 people together, %s of one’s own leave it possible: %s', (own, possible) => {
    const rule: Criterion = { jointApplication: { population: { atMost: 20_000 } } };
    expect(findChanges(rule, aTown(own))[0]!.set[0]).toMatchObject({ kind: 'join', possible });
  });
});

describe('changes of any rule', () => {
  it('with the set it is eligible, without any element it is not, and no set holds another', () => {
    fc.assert(
      fc.property(rules, applicants, (rule, applicant) => {
        const changes = findChanges(rule, applicant, namedSets);
        for (const { set } of changes) {
          const isJoint = set.some(({ kind }) => kind === 'join');
          const outcome = outcomeFor(rule, applyChange(applicant, { set }), namedSets);
          if (!isJoint) expect(outcome).toBe('eligible');
          else expect(isEligibleWith(rule, applicant, { set }, namedSets) && outcome !== 'ineligible').toBe(true);
          for (const left of set) {
            const rest = { set: set.filter((element) => element !== left) };
            expect(isEligibleWith(rule, applicant, rest, namedSets)).toBe(false);
          }
        }
        const keys = changes.map(({ set }) => set.map((element) => JSON.stringify(element)));
        for (const [i, one] of keys.entries())
          for (const [j, other] of keys.entries()) if (i !== j) expect(one.every((element) => other.includes(element))).toBe(false);
        expect(findChanges(rule, applicant, namedSets)).toEqual(changes);
      }),
      { numRuns: 2_000 },
    );
  });

  it('there are none for who is eligible, and some for who could apply jointly or is undetermined by facts alone', () => {
    fc.assert(
      fc.property(rules, applicants, (rule, applicant) => {
        const { outcome, changes, missing } = evaluate(rule, applicant, namedSets);
        if (outcome === 'eligible') expect(changes).toEqual([]);
        if (outcome === 'eligible_jointly') expect(changes.some(({ set }) => set.every(({ kind }) => kind === 'join'))).toBe(true);
        expect(missing.length === 0 || outcome === 'undetermined').toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a rule with more ways than anybody reads costs a moment, and the likeliest are kept', () => {
    const pairs = Array.from({ length: 40 }, (_, i): Criterion => ({ anyOf: [fact(`a${i}`), fact(`b${i}`), county] }));
    const changes = findChanges({ allOf: pairs }, aTown(1));
    expect(changes.length).toBeLessThanOrEqual(50);
    expect(changes[0]!.set.every(({ possible }) => possible === true)).toBe(true);
  });
});
