import type { Applicant, FactValue } from '@app/eligibility/applicant.js';
import type { Criterion, Range } from '@app/eligibility/criterion.js';
import type { NamedTerritories } from '@app/eligibility/named-territories.js';
import fc from 'fast-check';

/** Random rules and applicants out of small worlds, so that they often have to do with each other. */

const TAGS = ['municipality', 'county', 'town', 'amt'];
const TERRITORIES = ['DE', 'DE-05', 'DE-053', 'DE-05358', 'DE-05358008', 'DE-03', 'DE-0', 'D', 'FR', 'FR-29'];
const KEYS = ['DE:05358008', 'DE:03241', 'FR:29019'];
const DAYS = ['2020-12-31', '2022-12-31', '2023-12-31'];
const FACTS = ['grwArea', 'size', 'constructor', '__proto__'];
const SETS: Readonly<Record<string, readonly string[]>> = {
  leader: ['DE-053', 'DE:03241'],
  coast: ['FR-29'],
  nobody: [],
  rest: ['DE-05', 'DE-05358008'],
  others: ['DE'],
  one: ['FR:29019'],
};

/** What is taken out of sets again, and what of that is in again. */
const EXCEPT: Readonly<Record<string, readonly string[]>> = { rest: ['DE-053'], others: ['DE:05358008', 'DE-03'], one: ['FR-29'] };

export const namedSets: NamedTerritories = {
  entries: (slug) => (Object.hasOwn(SETS, slug) ? SETS[slug] : undefined),
  except: (slug) => EXCEPT[slug] ?? [],
};

const small = fc.integer({ min: 0, max: 8 });
const some = <T>(values: readonly T[]) => fc.array(fc.constantFrom(...values), { maxLength: 3 });

const range: fc.Arbitrary<Range> = fc
  .record({ atLeast: small, moreThan: small, atMost: small, lessThan: small }, { requiredKeys: [] })
  .map((bounds) => (Object.keys(bounds).length === 0 ? { atMost: 4 } : bounds));

const fact = fc.constantFrom(...FACTS).chain((name) =>
  fc.oneof(
    fc.constantFrom<boolean | string>(true, false, 'x', '5').map((is): Criterion => ({ fact: { name, is } })),
    range.map((bounds): Criterion => ({ fact: { name, ...bounds } })),
  ),
);

const leaf = fc.oneof(
  some(TAGS).map((tags): Criterion => ({ applicantType: { in: tags } })),
  fc
    .tuple(range, fc.option(fc.constantFrom(...DAYS), { nil: undefined }))
    .map(([bounds, asOf]): Criterion => ({ population: { ...bounds, ...(asOf && { asOf }) } })),
  some([...TERRITORIES, 'named:leader', 'named:coast', 'named:nobody', 'named:nowhere', 'named:rest', 'named:others', 'named:one']).map(
    (all): Criterion => ({ territory: { in: all } }),
  ),
  some(KEYS).map((keys): Criterion => ({ authority: { in: keys } })),
  fact,
);

/** Connectives of up to three over `inner`, three levels deep. */
function rulesOver(inner: fc.Arbitrary<Criterion>): fc.Arbitrary<Criterion> {
  return fc.letrec<{ rule: Criterion }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      inner,
      fc.array(tie('rule'), { maxLength: 3 }).map((allOf): Criterion => ({ allOf })),
      fc.array(tie('rule'), { maxLength: 3 }).map((anyOf): Criterion => ({ anyOf })),
      tie('rule').map((not): Criterion => ({ not })),
    ),
  })).rule;
}

const joint = fc
  .record(
    {
      members: fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), atMost: fc.integer({ min: 1, max: 4 }) }),
      population: range,
      eachMember: rulesOver(leaf),
      lead: rulesOver(leaf),
      whole: rulesOver(fact),
    },
    { requiredKeys: [] },
  )
  .map((jointApplication): Criterion => ({ jointApplication }));

export const rules = rulesOver(fc.oneof({ arbitrary: leaf, weight: 4 }, { arbitrary: joint, weight: 1 }));

const figures = fc.array(fc.record({ value: small, asOf: fc.constantFrom(...DAYS, undefined) }), { minLength: 1, maxLength: 3 });
const value: fc.Arbitrary<FactValue> = fc.oneof(fc.boolean(), fc.constantFrom('x', '5'), small);

/** Nothing is unknown of these: every fact is given, and a figure without a date stands in for every date. */
export const knownApplicants: fc.Arbitrary<Applicant> = fc.record({
  key: fc.constantFrom(...KEYS),
  types: some(TAGS),
  territory: fc.constantFrom('DE', 'DE-05358008', 'DE-05358', 'DE-03', 'FR-29', 'AT'),
  population: fc.tuple(figures, small).map(([dated, undated]) => [{ value: undated }, ...dated]),
  facts: fc.tuple(...FACTS.map(() => value)).map((values) => new Map(FACTS.map((name, i) => [name, values[i]!]))),
});

/** What is forgotten of somebody of whom everything is known. */
export interface Gaps {
  readonly key: boolean;
  readonly territory: boolean;
  readonly population: boolean;
  readonly facts: readonly string[];
}

export const gaps: fc.Arbitrary<Gaps> = fc.record({
  key: fc.boolean(),
  territory: fc.boolean(),
  population: fc.boolean(),
  facts: fc.subarray(FACTS),
});

export function without({ key, territory, ...known }: Applicant, gap: Gaps): Applicant {
  return {
    ...known,
    ...(gap.key || key === undefined ? {} : { key }),
    ...(gap.territory || territory === undefined ? {} : { territory }),
    population: gap.population ? [] : known.population,
    facts: new Map([...known.facts].filter(([name]) => !gap.facts.includes(name))),
  };
}

export const applicants = fc.tuple(knownApplicants, gaps).map(([applicant, gap]) => without(applicant, gap));
export const factsOfTheWhole = fc.tuple(fc.subarray(FACTS), value).map(([names, given]) => new Map(names.map((name) => [name, given])));
