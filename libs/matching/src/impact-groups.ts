import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import type { Changed, Effect } from './impact.js';
import type { Tally } from './outcome-of.js';

/** One kind or one state: who fits there, and what changes. */
export interface Group {
  readonly id: string;
  readonly total: number;
  /** Absent: the call was not published. */
  readonly before?: Tally;
  readonly after: Tally;
  readonly gained: number;
  readonly lost: number;
  readonly unknown: number;
}

/** The neutral level of contract §2, in the order in which pages show it. */
const KINDS = [
  'municipality',
  'county',
  'municipal_association',
  'state',
  'intermunicipal_body',
  'special_purpose_association',
  'city_quarter',
  'other_public_body',
];

export function groupsOf(all: readonly Changed[]): { kinds: Group[]; states: Group[] } {
  const kinds = grouped(all, ({ authority }) => KINDS.find((kind) => authority.types.includes(kind)) ?? 'other');
  const place = ({ id }: Group) => (KINDS.indexOf(id) + KINDS.length + 1) % (KINDS.length + 1);
  return {
    kinds: kinds.sort((a, b) => place(a) - place(b)),
    states: grouped(all, ({ authority }) => stateOf(authority.territory)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** 'DE-05358008' → 'DE-05'; the first digits of a German key are its state. Of other countries the country. */
function stateOf(territory: string): string {
  return territory.startsWith('DE-') ? territory.slice(0, 5) : territory.split('-')[0]!;
}

function grouped(all: readonly Changed[], idOf: (changed: Changed) => string): Group[] {
  return [...Map.groupBy(all, idOf)].map(([id, members]) => {
    const effects = (effect: Effect) => members.filter((each) => each.effect === effect).length;
    const isPublished = members.some(({ from }) => from !== undefined);
    return {
      id,
      total: members.length,
      ...(isPublished ? { before: tally(members.flatMap(({ from }) => from ?? [])) } : {}),
      after: tally(members.map(({ to }) => to)),
      gained: effects('gained'),
      lost: effects('lost'),
      unknown: effects('unknown'),
    };
  });
}

function tally(outcomes: readonly Outcome[]): Tally {
  const counts = { eligible: 0, eligible_jointly: 0, undetermined: 0, ineligible: 0 } satisfies Tally;
  for (const outcome of OUTCOMES) counts[outcome] = outcomes.filter((each) => each === outcome).length;
  return counts;
}
