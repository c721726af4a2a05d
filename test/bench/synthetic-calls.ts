import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { type Random, randomNumbers } from './random-numbers.js';
import { STATES } from './synthetic-authorities.js';

/** Modellkommune E-Government: towns up to 300,000 inhabitants and every county. */
export const MODELLKOMMUNE: Criterion = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
    { applicantType: { in: ['county'] } },
  ],
};

const KINDS = [['municipality'], ['municipality', 'county'], ['municipality', 'county', 'municipal_association'], ['county'], ['town']];

/** Rules as call texts make them: a kind, often a state, often a size, now and then a fact, a list or a joint application. */
export function syntheticCalls(count: number, authorities: readonly AuthorityView[], seed: number): CallRecord[] {
  const random = randomNumbers(seed + 1);
  return Array.from({ length: count }, (_, ordinal) => recordOf(ordinal, ruleFor(random, authorities)));
}

/** The index looks at nothing else of a call. */
export function recordOf(ordinal: number, rule: Criterion): CallRecord {
  return { id: `call ${ordinal}`, ordinal, rule, state: 'published' } as unknown as CallRecord;
}

function ruleFor(random: Random, authorities: readonly AuthorityView[]): Criterion {
  const demands: Criterion[] = [{ applicantType: { in: random.oneOf(KINDS) } }];
  if (random.chance(0.5)) demands.push({ territory: { in: places(random) } });
  if (random.chance(0.6)) demands.push({ population: size(random) });
  if (random.chance(0.12)) demands.push({ fact: { name: 'finanzschwach', is: true } });
  const rule: Criterion = demands.length === 1 ? demands[0]! : { allOf: demands };
  if (random.chance(0.06)) return { anyOf: [rule, { authority: { in: [1, 2, 3].map(() => random.oneOf(authorities).key) } }] };
  if (random.chance(0.05)) return { allOf: [rule, { not: { authority: { in: [random.oneOf(authorities).key] } } }] };
  if (random.chance(0.15)) return { anyOf: [rule, { jointApplication: { eachMember: { applicantType: { in: ['municipality'] } } } }] };
  return random.chance(0.2) ? { anyOf: [rule, { applicantType: { in: ['county'] } }] } : rule;
}

function places(random: Random): string[] {
  return Array.from({ length: random.chance(0.75) ? 1 : 4 }, () => `DE-${random.oneOf(STATES)}`);
}

/** Round numbers, as in call texts: 1,500, 20,000, 300,000. */
function size(random: Random) {
  const bound = (5 + Math.floor(random.next() * 46)) * random.oneOf([100, 1_000, 10_000]);
  return random.chance(0.65) ? { atMost: bound } : { atLeast: Math.ceil(bound / 10) };
}
