import type { FactDemand, Leaf, Membership } from '../criterion.js';
import { isKey, type NamedTerritories, slugOf } from '../named-territories.js';
import type { ApplicantColumns } from './applicant-columns.js';
import { Bitset } from './bitset.js';

/** Who meets a criterion and who does not; who is in neither is unknown. */
export interface VerdictSets {
  readonly met: Bitset;
  readonly unmet: Bitset;
}

/** One leaf for everybody at once; says of each what criteria/ says of one. */
export function leafSets(leaf: Leaf, columns: ApplicantColumns, named: NamedTerritories): VerdictSets {
  if ('applicantType' in leaf) return amongThe(columns.everyone, tagged(leaf.applicantType, columns));
  if ('population' in leaf) {
    const column = columns.populations.column(leaf.population.asOf);
    return amongThe(column.known, column.within(leaf.population));
  }
  if ('territory' in leaf) return inside(leaf.territory, columns, named);
  if ('authority' in leaf) return listed(leaf.authority, columns);
  return holding(leaf.fact, columns);
}

function amongThe(known: Bitset, met: Bitset): VerdictSets {
  return { met, unmet: known.minus(met) };
}

function tagged({ in: tags }: Membership, columns: ApplicantColumns): Bitset {
  const sets = tags.map((tag) => columns.tag(tag));
  return sets.length === 0 ? columns.nobody : sets.reduce((all, set) => all.or(set));
}

function listed({ in: keys }: Membership, columns: ApplicantColumns): VerdictSets {
  const met = columns.nobody.copy();
  for (const key of keys) columns.addKey(met, key);
  return amongThe(keys.length === 0 ? columns.everyone : columns.keyed, met);
}

function holding(demand: FactDemand, columns: ApplicantColumns): VerdictSets {
  const column = columns.fact(demand.name);
  return column === undefined ? { met: columns.nobody, unmet: columns.nobody } : amongThe(column.known, column.holds(demand));
}

function inside({ in: entries }: Membership, columns: ApplicantColumns, named: NamedTerritories): VerdictSets {
  const sets = entries.map((entry) => {
    const slug = slugOf(entry);
    return slug === undefined ? [entry] : named.entries(slug);
  });
  const places = sets.flatMap((set) => set ?? []);
  const met = columns.nobody.copy();
  for (const place of places) isKey(place) ? columns.addKey(met, place) : columns.territories.addInside(met, place);
  if (sets.includes(undefined)) return { met, unmet: columns.nobody };
  let known = columns.everyone;
  if (places.some(isKey)) known = known.and(columns.keyed);
  if (!places.every(isKey)) known = known.and(columns.territories.known);
  return amongThe(known, met);
}
