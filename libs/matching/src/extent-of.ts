import type { NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import { PlacesWithAuthorities } from '@app/authorities/territories/places-with-authorities.js';
import type { MatchingState } from './matching-state.js';

/** Made once for each state of the register: every list of sets asks for it. */
const PLACES = new WeakMap<MatchingState, PlacesWithAuthorities>();

/** How many authorities are in a set today (none while it is not in force), and which of its own entries name nobody: old keys, misspelt ones. */
export function extentOf(state: MatchingState, { slug, entries }: NamedTerritoryView): { authorities: number; unmatched: string[] } {
  const places = PLACES.get(state) ?? new PlacesWithAuthorities(state.authorities.values());
  PLACES.set(state, places);
  return {
    authorities: state.outcomesOf({ territory: { in: [`named:${slug}`] } }).eligible.count(),
    unmatched: entries.filter((entry) => !places.holdSomebody(entry)),
  };
}
