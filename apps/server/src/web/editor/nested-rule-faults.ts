import { BOUNDS } from '@app/eligibility/criterion.js';

/** The field for what is said of a demand as a whole. */
const MAIN: Readonly<Record<string, string>> = {
  applicantType: 'applicantType.in',
  territory: 'territory.more',
  authority: 'authority.in',
  population: 'population.atLeast',
  fact: 'fact.mode',
  'jointApplication.members': 'jointApplication.members.atLeast',
  'jointApplication.population': 'jointApplication.population.atLeast',
  label: 'label.de',
  source: 'source.quote',
};
const FIELDS = new Set([
  ...['label.de', 'label.en', 'source.quote', 'source.url', 'fact.name', 'population.asOf'],
  ...['population', 'fact', 'jointApplication.members', 'jointApplication.population'].flatMap((of) =>
    BOUNDS.map((bound) => `${of}.${bound}`),
  ),
]);

/** How many of the parts lead from node to node: "anyOf", "0", "not", "jointApplication", "lead". */
function depthOf(parts: readonly string[]): number {
  let at = 0;
  for (let isNode = true; isNode; ) {
    const [name, next = ''] = parts.slice(at);
    isNode = name === 'not' || (name === 'jointApplication' ? ['eachMember', 'lead', 'whole'].includes(next) : /^\d+$/.test(next));
    if (isNode) at += name === 'not' ? 1 : 2;
  }
  return at;
}

/** The field of the tree that a JSON Pointer into the rule, as its parts, is about; the node itself where it has no field for it. */
export function nestedField(parts: readonly string[]): string {
  const depth = depthOf(parts);
  const path = ['rule', ...parts.slice(0, depth)].join('.');
  const below = parts.slice(depth).join('.');
  if (FIELDS.has(below)) return `${path}.${below}`;
  const main = Object.keys(MAIN).findLast((of) => below === of || below.startsWith(`${of}.`));
  return main === undefined ? path : `${path}.${MAIN[main]}`;
}
