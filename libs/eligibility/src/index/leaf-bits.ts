import type { FactDemand, Leaf, Membership } from '../criterion.js';
import { isKey, type NamedTerritories, slugOf } from '../named-territories.js';
import type { ApplicantColumns } from './applicant-columns.js';
import { Bitset } from './bitset.js';
import { setBits } from './set-bits.js';

/** Who meets a leaf for certain; whoever is `known` and not among them is unmet, everybody else unknown. */
export interface LeafBits {
  readonly met: Bitset;
  readonly known: Bitset;
}

/** One leaf for everybody at once; says of each what criteria/ says of one. The sets may be the columns' own: never change them. */
export function leafBits(leaf: Leaf, columns: ApplicantColumns, named: NamedTerritories): LeafBits {
  if ('applicantType' in leaf) return { met: tagged(leaf.applicantType, columns), known: columns.everyone };
  if ('population' in leaf) {
    const column = columns.populations.column(leaf.population.asOf);
    return { met: column.within(leaf.population), known: column.known };
  }
  if ('territory' in leaf) return inside(leaf.territory, columns, named);
  if ('authority' in leaf) return listed(leaf.authority, columns);
  return holding(leaf.fact, columns);
}

function tagged({ in: tags }: Membership, columns: ApplicantColumns): Bitset {
  const sets = tags.map((tag) => columns.tag(tag));
  if (sets.length === 1) return sets[0]!;
  const any = columns.nobody.copy();
  for (const set of sets) any.addAll(set);
  return any;
}

function listed({ in: keys }: Membership, columns: ApplicantColumns): LeafBits {
  const met = columns.nobody.copy();
  for (const key of keys) columns.addKey(met, key);
  return { met, known: keys.length === 0 ? columns.everyone : columns.keyed };
}

function holding(demand: FactDemand, columns: ApplicantColumns): LeafBits {
  const column = columns.fact(demand.name);
  return column === undefined ? { met: columns.nobody, known: columns.nobody } : { met: column.holds(demand), known: column.known };
}

function inside({ in: entries }: Membership, columns: ApplicantColumns, named: NamedTerritories): LeafBits {
  const simple: (readonly string[] | undefined)[] = [];
  const others: LeafBits[] = [];
  for (const entry of entries) {
    const slug = slugOf(entry);
    const set = slug === undefined ? [entry] : named.entries(slug);
    const except = slug === undefined ? [] : (named.except?.(slug) ?? []);
    if (set === undefined || except.length === 0) simple.push(set);
    else others.push(setBits(set, except, columns));
  }
  return others.reduce(either, insideAny(simple, columns));
}

function either(one: LeafBits, other: LeafBits): LeafBits {
  return {
    met: one.met.or(other.met),
    get known() {
      return one.known.and(other.known);
    },
  };
}

/** Undefined stands for a set that nobody knows. */
function insideAny(sets: readonly (readonly string[] | undefined)[], columns: ApplicantColumns): LeafBits {
  const places = sets.flatMap((set) => set ?? []);
  const met = anyPlace(places, columns);
  // Whoever is not in the known sets may be in the unknown one.
  if (sets.includes(undefined)) return { met, known: met };
  return {
    met,
    // Reckoned only where somebody asks who does not lie there.
    get known() {
      const known = places.some(isKey) ? columns.everyone.and(columns.keyed) : columns.everyone;
      return places.every(isKey) ? known : known.and(columns.territories.known);
    },
  };
}

function anyPlace(places: readonly string[], columns: ApplicantColumns): Bitset {
  const [first, ...rest] = places;
  if (first !== undefined && rest.length === 0 && !isKey(first)) return columns.territories.inside(first);
  const met = columns.nobody.copy();
  for (const place of places) {
    if (isKey(place)) columns.addKey(met, place);
    else met.addAll(columns.territories.inside(place));
  }
  return met;
}
