import { MatchingIndex } from '@app/matching/matching-index.js';
import { type FoundCall, SearchCalls } from '@app/matching/search-calls.js';
import { Injectable } from '@nestjs/common';
import type { SavedSearch } from './saved-search.js';

/** The published calls that a saved search finds, newest publication first. One for an authority that is no more finds nothing. */
@Injectable()
export class FoundBySearch {
  constructor(
    private readonly search: SearchCalls,
    private readonly index: MatchingIndex,
  ) {}

  async run({ authorityId, filter }: Pick<SavedSearch, 'authorityId' | 'filter'>): Promise<FoundCall[]> {
    const { outcome, ...rest } = filter;
    if (authorityId === null) return this.search.all({ ...rest, state: 'published' });
    const state = await this.index.current();
    const authority = state.authorities.values().find(({ id }) => id === authorityId);
    if (!authority) return [];
    return this.search.all({ ...rest, state: 'published', outcomeFor: { key: authority.key, outcome } });
  }
}
