import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { FoundBySearch } from '@app/tracking/found-by-search.js';
import { readSavedSearch } from '@app/tracking/saved-searches.query.js';
import { Injectable } from '@nestjs/common';
import { resultRow } from '../calls/call-lists.js';
import type { SearchModel } from './search.model.js';

/** One saved search as a page. Those of others are not there. */
@Injectable()
export class SearchPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly found: FoundBySearch,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  async model(actor: SignedInPerson, id: string, locale: Locale): Promise<SearchModel> {
    const search = await this.transactions.run(scopeOf(actor), (em) => readSavedSearch(em, id));
    if (search?.personId !== actor.id || search.isProfile) throw new DomainError('not-found');
    const state = await this.index.current();
    const authority = state.authorities.values().find((one) => one.id === search.authorityId);
    const reader = { locale, now: this.clock.now(), authority, named: state.named };
    const { version, name, digest, frequency, filter } = search;
    const rows = (await this.found.run(search)).map((call) => resultRow(call, reader));
    return { id, version, name, digest, frequency, filter, ...(authority && { authorityName: authority.name }), rows };
  }
}
