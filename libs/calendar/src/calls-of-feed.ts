import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { FoundBySearch } from '@app/tracking/found-by-search.js';
import type { Milestone } from '@app/tracking/milestone.js';
import { readMilestones } from '@app/tracking/milestones.query.js';
import { readSavedSearch } from '@app/tracking/saved-searches.query.js';
import { readStances } from '@app/tracking/stances.query.js';
import { Injectable } from '@nestjs/common';
import type { FoundFeed } from './find-feed.query.js';

/** A call of a feed; the outcome stands where entries say it. */
export interface FeedCall {
  readonly call: CallRecord;
  readonly outcome?: Outcome;
}

/** Which calls a feed holds now. */
@Injectable()
export class CallsOfFeed {
  constructor(
    private readonly transactions: Transactions,
    private readonly search: FoundBySearch,
  ) {}

  /** Without SQL where register and catalogue are enough. */
  async run(feed: FoundFeed, state: MatchingState, authority: AuthorityView): Promise<FeedCall[]> {
    switch (feed.scope) {
      case 'open':
        return [...state.calls.all()].map((call) => ({ call }));
      case 'eligible':
        return eligibleCalls(feed, state, authority);
      case 'call':
        return known(state, [feed.callId!]);
      case 'search':
        return this.found(feed);
      case 'followed':
      case 'followed_by_me':
        return known(state, await this.followed(feed));
    }
  }

  /** The days that the authority has set itself, removed ones too; only what is followed has them. */
  async milestones({ scope, authorityId }: FoundFeed, callIds: readonly string[]): Promise<Milestone[]> {
    if ((scope !== 'followed' && scope !== 'followed_by_me') || callIds.length === 0) return [];
    const filter = { authorityId, callIds, withRemoved: true };
    return this.transactions.run(systemScope('feed-token'), (em) => readMilestones(em, filter));
  }

  private async followed({ authorityId, createdBy, scope, isMakerIn }: FoundFeed): Promise<string[]> {
    if (scope === 'followed_by_me' && !isMakerIn) return [];
    const filter = { authorityId, kind: 'followed', ...(scope === 'followed_by_me' && { personId: createdBy }) } as const;
    const stances = await this.transactions.run(systemScope('feed-token'), (em) => readStances(em, filter));
    return [...new Set(stances.map(({ callId }) => callId))];
  }

  /** Of a search that was removed nothing is found. */
  private async found({ searchId, isMakerIn }: FoundFeed): Promise<FeedCall[]> {
    if (searchId === null || !isMakerIn) return [];
    const search = await this.transactions.run(systemScope('feed-token'), (em) => readSavedSearch(em, searchId));
    return search ? (await this.search.run(search)).map(({ call }) => ({ call })) : [];
  }
}

function eligibleCalls({ options }: FoundFeed, state: MatchingState, authority: AuthorityView): FeedCall[] {
  const outcomeFor = state.outcomesFor(applicantOf(authority));
  const wanted: readonly Outcome[] = [
    'eligible',
    ...(options.jointly ? (['eligible_jointly'] as const) : []),
    ...(options.unclear ? (['undetermined'] as const) : []),
  ];
  const calls: FeedCall[] = [];
  for (const call of state.calls.all()) {
    const outcome = outcomeFor(call);
    if (wanted.includes(outcome)) calls.push({ call, outcome });
  }
  return calls;
}

/** Withdrawn ones too; their entries say so. */
function known(state: MatchingState, ids: readonly string[]): FeedCall[] {
  return ids.flatMap((id) => {
    const call = state.calls.get(id)?.call;
    return call ? [{ call }] : [];
  });
}
