import { callStateAt } from '@app/funding/call-status.js';
import { callsWithWords, draftCalls } from '@app/funding/read-calls.query.js';
import { type Actor, mayEdit } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import type { Page } from '@app/kernel/page.js';
import { sortCalls } from '@app/matching/call-order.js';
import { type FoundCall, SearchCalls } from '@app/matching/search-calls.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { numberedPage } from '../../edge/paging/numbered-page.js';
import type { CallsQuery } from './calls.query.dto.js';

/** The list of calls as the actor may see it: what is published from the index, drafts (editors only) from the table. */
@Injectable()
export class ListCalls {
  constructor(
    private readonly search: SearchCalls,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor | undefined, query: CallsQuery): Promise<Page<FoundCall>> {
    if (query.state === 'draft') return actor && mayEdit(actor) ? this.drafts(actor, query) : { items: [], total: 0, next: null };
    const { limit, cursor, state, sort, ...filter } = query;
    return this.search.run({ ...filter, state }, { limit, cursor }, sort);
  }

  private async drafts(actor: Actor, query: CallsQuery): Promise<Page<FoundCall>> {
    const drafts = await this.transactions.run(scopeOf(actor), async (em) => {
      const named = query.query?.trim() ? await callsWithWords(em, query.query) : undefined;
      return (await draftCalls(em)).filter(
        (call) => (!named || named.has(call.id)) && (!query.topic || call.program.topics.includes(query.topic)),
      );
    });
    const found = drafts
      .map((call) => ({ call, state: callStateAt(call, this.clock.now()) }))
      .filter(({ state }) => !query.status?.length || query.status.includes(state.status));
    return numberedPage(query.sort ? sortCalls(found, query.sort) : found, query);
  }
}
