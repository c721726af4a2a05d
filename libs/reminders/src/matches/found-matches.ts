import type { FoundCall } from '@app/matching/search-calls.js';
import { FoundBySearch } from '@app/tracking/found-by-search.js';
import type { SavedSearch } from '@app/tracking/saved-search.js';
import { Injectable } from '@nestjs/common';

/** What a search finds that could be told as new: what is over is none, unless it is looked for. */
@Injectable()
export class FoundMatches {
  constructor(private readonly found: FoundBySearch) {}

  async run(search: Pick<SavedSearch, 'authorityId' | 'filter'>): Promise<FoundCall[]> {
    const calls = await this.found.run(search);
    return search.filter.status?.includes('closed') ? calls : calls.filter(({ state }) => state.status !== 'closed');
  }
}
