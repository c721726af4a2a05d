import fc from 'fast-check';
import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { outcomeFor } from '../evaluate.js';
import { findChanges } from './find-changes.js';

/** Everything that could be otherwise, tried out one after the other: facts, a population of 0 to 9, and joining. */

const FACTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const PEOPLE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What changes, as "fact:a" → true; what is not named stays. */
type Assignment = ReadonlyMap<string, boolean | number | string>;

const factLeaves = (names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...names), fc.boolean()).map(([name, is]): Criterion => ({ fact: { name, is } }));
const bound = fc.integer({ min: 1, max: 8 });
const populationLeaf = fc.oneof(
  bound.map((atMost): Criterion => ({ population: { atMost } })),
  bound.map((lessThan): Criterion => ({ population: { lessThan } })),
  bound.map((atLeast): Criterion => ({ population: { atLeast } })),
  fc.tuple(bound, bound).map(([moreThan, width]): Criterion => ({ population: { moreThan, atMost: Math.min(8, moreThan + width) } })),
);

/** Two to four parts, each up to two levels deep. */
function rulesOver(inner: fc.Arbitrary<Criterion>): fc.Arbitrary<Criterion> {
  const { part } = fc.letrec<{ part: Criterion }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      inner,
      fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map((allOf): Criterion => ({ allOf })),
      fc.array(tie('part'), { minLength: 2, maxLength: 3 }).map((anyOf): Criterion => ({ anyOf })),
      tie('part').map((not): Criterion => ({ not })),
    ),
  }));
  return fc
    .tuple(fc.array(part, { minLength: 2, maxLength: 4 }), fc.boolean())
    .map(([parts, all]): Criterion => (all ? { allOf: parts } : { anyOf: parts }));
}

const applicantsOf = (names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...PEOPLE), fc.tuple(...names.map(() => fc.constantFrom(true, false, undefined)))).map(
    ([value, known]): Applicant => ({
      types: [],
      population: [{ value }],
      facts: new Map(names.flatMap((name, i) => (known[i] === undefined ? [] : [[name, known[i]] as const]))),
    }),
  );

/** Every combination of what could be otherwise, the unchanged one first. */
function assignments(choices: readonly (readonly [string, readonly (boolean | number | string)[]])[]): Assignment[] {
  return choices.reduce<Assignment[]>(
    (all, [name, values]) => all.flatMap((one) => [one, ...values.map((value) => new Map([...one, [name, value]]))]),
    [new Map()],
  );
}

function choicesOf(applicant: Applicant, names: readonly string[], people: readonly number[], joins: readonly string[]) {
  const own = applicant.population[0]!.value;
  return [
    ...names.map((name) => [`fact:${name}`, [true, false].filter((value) => value !== applicant.facts.get(name))] as const),
    ...(people.length > 0 ? [['population', people.filter((value) => value !== own)] as const] : []),
    ...joins.map((path) => [`join:${path}`, ['jointly']] as const),
  ];
}

function changed(applicant: Applicant, assignment: Assignment): Applicant {
  const facts = [...assignment].flatMap(([name, value]) => (name.startsWith('fact:') ? [[name.slice(5), value] as const] : []));
  const value = assignment.get('population');
  return {
    ...applicant,
    population: typeof value === 'number' ? [{ value }] : applicant.population,
    facts: new Map([...applicant.facts, ...facts]),
  };
}

/** The rule as somebody reads it who takes part in these joint applications: no joint application is left in it. */
function withJoins(rule: Criterion, joined: ReadonlySet<string>, wanted = true, path = ''): Criterion {
  if ('allOf' in rule) return { allOf: rule.allOf.map((child, i) => withJoins(child, joined, wanted, `${path}/allOf/${i}`)) };
  if ('anyOf' in rule) return { anyOf: rule.anyOf.map((child, i) => withJoins(child, joined, wanted, `${path}/anyOf/${i}`)) };
  if ('not' in rule) return { not: withJoins(rule.not, joined, !wanted, `${path}/not`) };
  if (!('jointApplication' in rule)) return rule;
  const { eachMember = { allOf: [] }, lead = { anyOf: [] } } = rule.jointApplication;
  return (wanted ? joined.has(path) : joined.size > 0) ? { anyOf: [eachMember, lead] } : { anyOf: [] };
}

function pathsOfJoins(rule: Criterion, path = ''): string[] {
  if ('allOf' in rule) return rule.allOf.flatMap((child, i) => pathsOfJoins(child, `${path}/allOf/${i}`));
  if ('anyOf' in rule) return rule.anyOf.flatMap((child, i) => pathsOfJoins(child, `${path}/anyOf/${i}`));
  if ('not' in rule) return pathsOfJoins(rule.not, `${path}/not`);
  return 'jointApplication' in rule ? [path] : [];
}

/** Whether `one` is part of `other`: the same facts, and a population in the same direction and not further off. */
function isWithin(one: Assignment, other: Assignment, own: number): boolean {
  return [...one].every(([name, value]) => {
    const further = other.get(name);
    if (typeof value !== 'number' || typeof further !== 'number') return value === further;
    return Math.sign(value - own) === Math.sign(further - own) && Math.abs(value - own) <= Math.abs(further - own);
  });
}

function minimal(found: readonly Assignment[], own: number): Assignment[] {
  const least: Assignment[] = [];
  for (const one of found.toSorted((a, b) => a.size - b.size || distance(a, own) - distance(b, own)))
    if (!least.some((other) => isWithin(other, one, own))) least.push(one);
  return least;
}

function distance(assignment: Assignment, own: number): number {
  const value = assignment.get('population');
  return typeof value === 'number' ? Math.abs(value - own) : 0;
}

interface World {
  names: readonly string[];
  people: readonly number[];
}

function bruteForce(rule: Criterion, applicant: Applicant, { names, people }: World): string[] {
  const joins = pathsOfJoins(rule);
  const found = assignments(choicesOf(applicant, names, people, joins)).filter((assignment) => {
    const joined = new Set(joins.filter((path) => assignment.has(`join:${path}`)));
    return outcomeFor(withJoins(rule, joined), changed(applicant, assignment)) === 'eligible';
  });
  return minimal(found, applicant.population[0]!.value)
    .map(keyOf)
    .filter((key) => key !== '')
    .sort();
}

function keyOf(assignment: Assignment): string {
  return [...assignment]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(' ');
}

function found(rule: Criterion, applicant: Applicant): string[] {
  const nameOf = (element: { kind: string; name?: string; path?: string }) =>
    element.kind === 'fact' ? `fact:${element.name}` : element.kind === 'join' ? `join:${element.path}` : element.kind;
  return findChanges(rule, applicant)
    .map(({ set }) => keyOf(new Map(set.map((element) => [nameOf(element), element.to as string]))))
    .sort();
}

describe('the minimal changes are those that trying everything finds', () => {
  const check = (rule: fc.Arbitrary<Criterion>, world: World, numRuns: number) => {
    let several = 0;
    fc.assert(
      fc.property(rule, applicantsOf(world.names), (criterion, applicant) => {
        fc.pre(outcomeFor(criterion, applicant) !== 'eligible');
        const expected = bruteForce(criterion, applicant, world);
        if (expected.length > 1) several += 1;
        expect(found(criterion, applicant)).toEqual(expected);
      }),
      { numRuns },
    );
    expect(several).toBeGreaterThan(numRuns / 10);
  };

  it('of eight facts that are yes, no or unknown', () => {
    check(rulesOver(factLeaves(FACTS)), { names: FACTS, people: [] }, 40);
  });

  it('of four facts and a population', () => {
    const names = FACTS.slice(0, 4);
    check(rulesOver(fc.oneof(factLeaves(names), populationLeaf)), { names, people: PEOPLE }, 150);
  });

  it('of two facts, a population and joint applications', () => {
    const names = FACTS.slice(0, 2);
    const leaf = fc.oneof(factLeaves(names), populationLeaf);
    const joint = fc
      .record({ eachMember: leaf, lead: leaf }, { requiredKeys: [] })
      .map((jointApplication): Criterion => ({ jointApplication }));
    const few = rulesOver(fc.oneof({ arbitrary: leaf, weight: 3 }, { arbitrary: joint, weight: 1 }));
    check(
      few.filter((rule) => pathsOfJoins(rule).length <= 4),
      { names, people: PEOPLE },
      500,
    );
  });
});
