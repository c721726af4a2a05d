import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { FoundBySearch } from '@app/tracking/found-by-search.js';
import type { SavedSearch, SearchFilter } from '@app/tracking/saved-search.js';
import { readSavedSearch, readSavedSearches } from '@app/tracking/saved-searches.query.js';
import { Injectable } from '@nestjs/common';
import type { SavedSearchDto, SearchFilterDto } from './saved-search.dto.js';

/** The searches that somebody keeps, with how much each finds now. Those of others are not there, for administrators neither. */
@Injectable()
export class OwnSearches {
  constructor(
    private readonly transactions: Transactions,
    private readonly found: FoundBySearch,
    private readonly index: MatchingIndex,
  ) {}

  async all(actor: Actor): Promise<SavedSearchDto[]> {
    const searches = await this.transactions.run(scopeOf(actor), (em) => readSavedSearches(em, { personId: actor.id }));
    return Promise.all(searches.map((search) => this.toDto(search)));
  }

  async one(actor: Actor, id: string): Promise<SavedSearchDto> {
    const search = await this.transactions.run(scopeOf(actor), (em) => readSavedSearch(em, id));
    if (search?.personId !== actor.id || search.isProfile) throw new DomainError('not-found');
    return this.toDto(search);
  }

  /** Id of the authority with this key. */
  async authorityId(key: string): Promise<string> {
    const authority = (await this.index.current()).authority(key);
    if (!authority) throw new DomainError('unknown-authority', {}, [{ pointer: '/authority', code: 'unknown-authority' }]);
    return authority.id;
  }

  async toDto(search: SavedSearch): Promise<SavedSearchDto> {
    const { id, name, authorityId, filter, digest, frequency, version, createdAt, updatedAt } = search;
    const state = await this.index.current();
    const authority = authorityId === null ? undefined : state.authorities.values().find((one) => one.id === authorityId);
    const found = (await this.found.run(search)).length;
    return {
      id,
      name,
      ...(authority && { authority: authority.key }),
      filter: filter as SearchFilterDto,
      digest,
      frequency,
      found,
      version,
      createdAt: createdAt.toString(),
      updatedAt: updatedAt.toString(),
    };
  }
}

/** Without the absent ones: a DTO instance has every declared property. */
export function toSearchFilter(dto: SearchFilterDto): SearchFilter {
  return JSON.parse(JSON.stringify(dto)) as SearchFilter;
}
