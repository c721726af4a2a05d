import { feedTitle } from '@app/calendar/feed-texts.js';
import { type SilentFeed, takeSilentFeeds } from '@app/calendar/silent-feeds.query.js';
import { titleOf } from '@app/funding/call-record.js';
import { dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { NO_WORK, type WorkCounts } from '../work-counts.js';
import { insertNotices } from './insert-notice.js';
import type { NewNotice } from './notice.js';

/** Tells the owner of a calendar subscription, once, that a program which fetched it daily has stopped for two weeks. Running it twice adds nothing. */
@Injectable()
export class TellOfSilence {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    const state = await this.index.current();
    return this.transactions.run(systemScope('reminder-planning'), async (em) => {
      const silent = await takeSilentFeeds(em, now);
      const notices = silent.map((feed) => noticeOf(feed, state));
      return { ...NO_WORK, seen: silent.length, changed: await insertNotices(em, notices, now) };
    });
  }
}

/** A program that came again and stopped again has another last day. */
function noticeOf(feed: SilentFeed, state: MatchingState): NewNotice {
  const { feedId, authorityId, ownerId, program, lastAt } = feed;
  const lastOn = dayAt(lastAt, HOME_ZONE).toString();
  return {
    personId: ownerId,
    authorityId,
    kind: 'feed-stopped',
    subject: `${feedId}:${program}:${lastOn}`,
    params: { name: nameOf(feed, state), reason: 'silent', lastOn, ...(program !== '?' && { program }) },
  };
}

/** As programs call the calendar. */
function nameOf({ name, scope, language, callId, of }: SilentFeed, state: MatchingState): string {
  const call = callId === null ? undefined : state.calls.get(callId)?.call;
  return name ?? feedTitle(scope, language, call ? titleOf(call, language) : of);
}
