import type { PartlyLocalized } from '@app/kernel/locale.js';

/** What an editor says of a set of territories. */
export interface NamedTerritoryContent {
  readonly title: PartlyLocalized;
  /** Where the list comes from, in words: "GRW-Fördergebietskarte 2022–2027". */
  readonly source: string;
  readonly sourceUrl: string | null;
  /** Days, both inclusive. Outside of them nobody knows who is in the set: neither eligible nor ineligible follows from it. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Territories ('DE-05', what lies in them is in the set) and keys of authorities ('DE:034585401'). */
  readonly entries: readonly string[];
  /** Other sets whose content is in this one … */
  readonly includes: readonly string[];
  /** … and others whose content is taken out of all that. */
  readonly excludes: readonly string[];
}

export interface NamedTerritoryView extends NamedTerritoryContent {
  /** What rules call it: 'named:<slug>'. */
  readonly slug: string;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

export const SLUG = /^[a-z0-9-]{1,60}$/;
/** More than all municipalities of the largest country of the union. */
export const MOST_ENTRIES = 40_000;
export const MOST_SETS = 50;

export function isInForce(set: Pick<NamedTerritoryContent, 'validFrom' | 'validTo'>, day: string): boolean {
  return (set.validFrom === null || set.validFrom <= day) && (set.validTo === null || day <= set.validTo);
}
