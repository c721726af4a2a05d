import type { AuthorityView } from '@app/authorities/authority-view.js';
import { titleOf } from '@app/funding/call-record.js';
import { joinCalendar, writeBlock } from '@app/ical/write-calendar.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { Presence } from './calendar-entries.js';
import { CallsOfFeed, type FeedCall } from './calls-of-feed.js';
import { readShownCalls, type ShownCalls, turnsOf, writeTurns } from './feed-calls.query.js';
import { feedTitle, RENEWED } from './feed-texts.js';
import { type FoundFeed, findFeed } from './find-feed.query.js';
import { type FeedBytes, RememberedFeeds, type Seen } from './remembered-feeds.js';
import { dayOf, WriteFeed } from './write-feed.js';

/** How long an old address says that it was renewed. */
const RENEWAL_NOTICE = { hours: 14 * 24 } as const;

/** What a calendar program gets of a subscription: the bytes of its feed. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly remembered: RememberedFeeds,
    private readonly calls: CallsOfFeed,
    private readonly write: WriteFeed,
  ) {}

  /**
   * By the hash of its token, whatever was sent as one. Throws not-found for an unknown token, gone for a deleted feed, a token renewed more
   * than 14 days ago or an authority that has ended. Makes one query before it knows which.
   */
  async run(tokenHash: string): Promise<FeedBytes> {
    const before = this.remembered.beforeReading();
    const found = await this.transactions.run(systemScope('feed-token'), async (em) => {
      const feed = await findFeed(em, tokenHash);
      const isAlive = feed && !feed.isDeleted && feed.renewedAt === null;
      return { feed, shown: isAlive ? await readShownCalls(em, feed.id) : new Map() };
    });
    if (!found.feed || found.feed.isDeleted) {
      this.remembered.forget(tokenHash);
      throw new DomainError(found.feed ? 'gone' : 'not-found');
    }
    if (found.feed.renewedAt !== null) return this.renewalNotice(tokenHash, found.feed, found.feed.renewedAt, before);
    const state = await this.index.current();
    const authority = state.authority(found.feed.authorityKey);
    if (!authority) throw new DomainError('gone');
    const now = this.clock.now();
    const text = await this.textOf(found.feed, found.shown, state, authority, now);
    return this.remembered.keep(tokenHash, text, { ...before, index: state, ...dayOf(now, authority) }, found.feed.id);
  }

  private async textOf(
    feed: FoundFeed,
    shown: ShownCalls,
    state: MatchingState,
    authority: AuthorityView,
    now: Temporal.Instant,
  ): Promise<string> {
    const calls = await this.calls.run(feed, state, authority);
    const { turned, after } = turnsOf(shown, new Set(calls.map(({ call }) => call.id)), now);
    if (turned.length > 0) await this.transactions.run(systemScope('feed-token'), (em) => writeTurns(em, feed, turned));
    const title = feed.name ?? feedTitle(feed.scope, feed.language, subjectOf(feed, calls, authority));
    const all = withShown(calls, after, state);
    const milestones = await this.calls.milestones(
      feed,
      all.map(({ call }) => call.id),
    );
    return this.write.run(all, { ...feed, title, authority, milestones }, state, now);
  }

  /** One entry that says so, for 14 days. */
  private async renewalNotice(
    key: string,
    { id, language }: FoundFeed,
    renewedAt: Temporal.Instant,
    before: Pick<Seen, 'changes' | 'checkedAt'>,
  ): Promise<FeedBytes> {
    const until = renewedAt.add(RENEWAL_NOTICE);
    if (Temporal.Instant.compare(this.clock.now(), until) >= 0) throw new DomainError('gone');
    const { summary, description } = RENEWED[language];
    const entry = writeBlock({
      uid: `renewed-${id}@${await this.write.domain()}`,
      start: renewedAt.toZonedDateTimeISO(HOME_ZONE).toPlainDate(),
      summary,
      description,
      status: 'CONFIRMED',
      sequence: 0,
      changedAt: renewedAt,
    });
    const text = joinCalendar(this.write.head(summary, language), [entry]);
    const span = { from: renewedAt.epochMilliseconds, until: until.epochMilliseconds };
    return this.remembered.keep(key, text, { ...before, index: this.index.latest, ...span }, id);
  }
}

function subjectOf({ scope, language, searchName }: FoundFeed, calls: readonly FeedCall[], authority: AuthorityView): string {
  return scope === 'call' && calls[0] ? titleOf(calls[0].call, language) : (searchName ?? authority.name);
}

/** What the feed holds, and what has left it. */
function withShown(calls: readonly FeedCall[], shown: ShownCalls, state: MatchingState): (FeedCall & Presence)[] {
  const present = calls.map((call) => ({ ...call, shown: shown.get(call.call.id) }));
  const left = [...shown.values()].flatMap((gone) => {
    const call = gone.goneAt ? state.calls.get(gone.callId)?.call : undefined;
    return call ? [{ call, shown: gone }] : [];
  });
  return [...present, ...left];
}
