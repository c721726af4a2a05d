import type { AuthorityView } from '@app/authorities/authority-view.js';
import { successionOf } from '@app/authorities/changes/succession-of.query.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';

/** An authority that is valid today, from the index; facts are filtered by the mapper. */
@Injectable()
export class ReadAuthority {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  /** Throws not-found, of an ended authority with who follows it. */
  async run(key: string): Promise<AuthorityView> {
    const state = await this.index.current();
    const authority = state.authority(key);
    if (!authority) throw new DomainError('not-found', {}, await this.endOf(key, state.day));
    return authority;
  }

  private async endOf(key: string, day: string): Promise<Fault[]> {
    const ended = await this.transactions.run(systemScope('matching-index'), (em) => successionOf(em, key, day));
    if (!ended) return [];
    const { lastDay, successors } = ended;
    if (successors.length === 0) return [{ pointer: '', code: 'ended', params: { lastDay } }];
    return successors.map((successor) => ({ pointer: '', code: 'succeeded', params: { lastDay, ...successor } }));
  }
}
