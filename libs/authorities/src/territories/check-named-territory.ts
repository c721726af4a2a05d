import type { Fault } from '@app/kernel/domain-error.js';
import { MOST_ENTRIES, MOST_SETS, type NamedTerritoryContent } from './named-territory.js';

const KEY = /^[A-Z]{2}:[A-Za-z0-9._-]{1,40}$/;
const TERRITORY = /^[A-Z]{2}(-[A-Za-z0-9]{1,20})?$/;

/** 'DE-05358' or 'DE:05358008'; whether there is such a place only a register knows. */
export function isPlace(entry: string): boolean {
  return KEY.test(entry) || TERRITORY.test(entry);
}

/** What is wrong with a set, given all the others: each fault with its place in the content. */
export function faultsOf(slug: string, content: NamedTerritoryContent, sets: ReadonlyMap<string, NamedTerritoryContent>): Fault[] {
  const { entries, includes, excludes, validFrom, validTo } = content;
  const faults: Fault[] = [];
  if (validFrom !== null && validTo !== null && validTo < validFrom) faults.push({ pointer: '/validTo', code: 'ends-before-start' });
  if (entries.length > MOST_ENTRIES) faults.push({ pointer: '/entries', code: 'too-many', params: { most: MOST_ENTRIES } });
  entries.forEach((entry, at) => {
    if (!isPlace(entry)) faults.push({ pointer: `/entries/${at}`, code: 'not-a-place' });
  });
  for (const [list, slugs] of Object.entries({ includes, excludes })) {
    if (slugs.length > MOST_SETS) faults.push({ pointer: `/${list}`, code: 'too-many', params: { most: MOST_SETS } });
    slugs.forEach((other, at) => {
      const pointer = `/${list}/${at}`;
      if (other !== slug && !sets.has(other)) faults.push({ pointer, code: 'unknown-set' });
      else if (reaches(other, slug, sets)) faults.push({ pointer, code: 'circular' });
    });
  }
  return faults;
}

/** Whether `from` is `to` or is made of it, however indirectly. */
function reaches(from: string, to: string, sets: ReadonlyMap<string, NamedTerritoryContent>): boolean {
  const seen = new Set<string>();
  const ahead = [from];
  for (let slug = ahead.pop(); slug !== undefined; slug = ahead.pop()) {
    if (slug === to) return true;
    if (seen.has(slug)) continue;
    seen.add(slug);
    ahead.push(...(sets.get(slug)?.includes ?? []), ...(sets.get(slug)?.excludes ?? []));
  }
  return false;
}
