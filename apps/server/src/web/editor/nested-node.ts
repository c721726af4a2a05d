import { BOUNDS } from '@app/eligibility/criterion.js';

/** The groups, the conditions, and applying together: every operator of a rule (contract §3). */
export const GROUP_KINDS = ['allOf', 'anyOf', 'not'] as const;
export const LEAF_KINDS = ['applicantType', 'population', 'territory', 'authority', 'fact'] as const;
export const NESTED_KINDS = [...GROUP_KINDS, ...LEAF_KINDS, 'jointApplication'] as const;
export type NestedKind = (typeof NESTED_KINDS)[number];

export const JOINT_PARTS = ['eachMember', 'lead', 'whole'] as const;
export type JointPart = (typeof JOINT_PARTS)[number];

/**
 * A node of a rule as entered: strings, so that what cannot be read comes back as it was. The fields of the node at `rule.anyOf.0` are
 * `rule.anyOf.0.kind`, then `rule.anyOf.0.<entry>` for the entries of its kind; what is inside is at `rule.anyOf.0.allOf.1`,
 * `rule.anyOf.0.not`, `rule.anyOf.0.jointApplication.lead`. So a field is named like the JSON Pointer of what it says.
 */
export interface NestedNode {
  readonly kind: NestedKind;
  /** By the name of the field below the node's own: "population.atMost", "source.quote". */
  readonly entries: Readonly<Record<string, string>>;
  /** Tags or states that are ticked. */
  readonly ticked: readonly string[];
  /** Of allOf and anyOf; of not one at most. */
  readonly inside: readonly NestedNode[];
  readonly parts: Readonly<Partial<Record<JointPart, NestedNode>>>;
}

const bounds = (of: string) => BOUNDS.map((bound) => `${of}.${bound}`);
/** What every node has: its name for others, what it is called, the passage it comes from, and which kind the button beside it adds. */
const NOTES = ['id', 'label.de', 'label.en', 'source.quote', 'source.url', 'add'];
const OWN: Readonly<Record<NestedKind, readonly string[]>> = {
  allOf: [],
  anyOf: [],
  not: [],
  applicantType: ['applicantType.more', 'applicantType.order'],
  population: [...bounds('population'), 'population.asOf'],
  territory: ['territory.more', 'territory.order'],
  authority: ['authority.in'],
  fact: ['fact.known', 'fact.name', 'fact.mode', 'fact.text', ...bounds('fact')],
  jointApplication: [...bounds('jointApplication.members'), ...bounds('jointApplication.population')],
};

export const entriesOf = (kind: NestedKind): readonly string[] => [...NOTES, ...OWN[kind]];

export function emptyNode(kind: NestedKind): NestedNode {
  return { kind, entries: kind === 'fact' ? { 'fact.mode': 'yes' } : {}, ticked: [], inside: [], parts: {} };
}

/** Where the n-th of a group stands. */
export function insidePath(path: string, kind: NestedKind, at: number): string {
  return kind === 'not' ? `${path}.not` : `${path}.${kind}.${at}`;
}

export function partPath(path: string, part: JointPart): string {
  return `${path}.jointApplication.${part}`;
}
