import type { PartlyLocalized } from '@app/kernel/locale.js';

/** The sets of territories that editors keep; a set nobody knows is unknown, not empty. */
export interface NamedTerritories {
  /** Territory ids (they contain what lies in them) and keys of authorities, mixed; undefined for an unknown set. */
  entries(slug: string): readonly string[] | undefined;
  /**
   * What is taken out of them again. Where an entry and an exception both hold a territory, the finer one counts, and a key counts
   * before every territory; the same place is never in both. Absent: nothing.
   */
  except?(slug: string): readonly string[];
  /** What people call the set, whether it is in force or not; undefined for an unknown one. */
  title?(slug: string): PartlyLocalized | undefined;
}

export const NO_NAMED_TERRITORIES: NamedTerritories = { entries: () => undefined };

const NAMED = 'named:';

/** 'named:strukturwandel' → 'strukturwandel'; undefined for a territory's id. */
export function slugOf(entry: string): string | undefined {
  return entry.startsWith(NAMED) ? entry.slice(NAMED.length) : undefined;
}

/** How an entry names a set: the counterpart of `slugOf`. */
export function named(slug: string): string {
  return NAMED + slug;
}

/** Keys have a colon after the country ('DE:05358008'), territories a hyphen ('DE-05358008'). */
export function isKey(entry: string): boolean {
  return entry.includes(':');
}

/** What every territory inside `territory` begins with: 'DE' holds 'DE-05', but 'D' does not hold 'DE'. */
export function prefixOf(territory: string): string {
  return territory.includes('-') ? territory : `${territory}-`;
}

/** Whether `inner` is `outer` or lies in it. A coarser `inner` does not: part of it may lie outside. */
export function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(prefixOf(outer));
}
