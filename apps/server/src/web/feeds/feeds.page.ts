import type { MemberOf } from '@app/accounts/signed-in-person.js';
import { FEED_SCOPES } from '@app/calendar/feed.js';
import { type FeedView, feedsOfAuthority } from '@app/calendar/feeds-of-authority.query.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { FeedRow, FeedsModel } from './feeds.model.js';

export interface OwnFeed {
  readonly feed: FeedView;
  readonly authority: MemberOf;
}

/** The calendar subscriptions of an authority. */
@Injectable()
export class FeedsPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `shown`: what has just happened. */
  async model(actor: Actor, { id, key, name }: MemberOf, shown: Pick<FeedsModel, 'created' | 'removed'> = {}): Promise<FeedsModel> {
    const zone = (await this.index.current()).authority(key)?.zone ?? 'Europe/Berlin';
    const feeds = await this.transactions.run(scopeOf(actor), (em) => feedsOfAuthority(em, id));
    const today = dayAt(this.clock.now(), zone).toString();
    return { authorityName: name, today, zone, ...shown, subscriptions: feeds.map((feed) => toRow(feed, zone)), scopes: FEED_SCOPES };
  }

  /** A living feed of one of the person's own authorities, whichever is active; administrators too manage others' by the interface only. */
  async own(actor: Actor & { readonly authorities: readonly MemberOf[] }, id: string): Promise<OwnFeed> {
    const found = await this.transactions.run(scopeOf(actor), async (em) => {
      for (const authority of actor.authorities) {
        const feed = (await feedsOfAuthority(em, authority.id)).find((candidate) => candidate.id === id);
        if (feed) return { feed, authority };
      }
      return undefined;
    });
    if (!found) throw new DomainError('not-found');
    return found;
  }
}

function toRow({ id, scope, language, createdAt, lastFetchedAt, lastProgram }: FeedView, zone: string): FeedRow {
  // "?" is a program that we do not know by name
  const program = lastProgram === '?' ? undefined : lastProgram;
  return {
    id,
    scope,
    language,
    createdOn: dayAt(createdAt, zone).toString(),
    ...(lastFetchedAt && { lastFetchedAt: lastFetchedAt.toString() }),
    ...(program && { lastProgram: program }),
  };
}
