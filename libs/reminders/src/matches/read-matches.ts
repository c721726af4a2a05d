import type { FoundCall } from '@app/matching/search-calls.js';
import type { SavedSearch } from '@app/tracking/saved-search.js';
import { readSavedSearch } from '@app/tracking/saved-searches.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeRow } from '../notices/notices.query.js';
import type { FoundMatches } from './found-matches.js';

/** What a notice of new matches tells as things stand now. */
export interface MatchesNow {
  readonly search: SavedSearch;
  /** Those of the notice that the search still finds. */
  readonly calls: readonly FoundCall[];
}

/** By the notice's id; one is missing where the search is gone, or tells nothing any more. */
export async function readMatches(
  em: EntityManager,
  notices: readonly NoticeRow[],
  found: FoundMatches,
): Promise<ReadonlyMap<string, MatchesNow>> {
  const matches = new Map<string, MatchesNow>();
  for (const { id, kind, params } of notices) {
    if (kind !== 'new-matches') continue;
    const search = await readSavedSearch(em, String(params.searchId));
    if (!search?.digest) continue;
    const told = new Set(params.calls as readonly string[]);
    matches.set(id, { search, calls: (await found.run(search)).filter(({ call }) => told.has(call.id)) });
  }
  return matches;
}
