import { titleOf } from '@app/funding/call-record.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';
import { feedTitle } from './feed-texts.js';
import { type FeedBytes, RememberedFeeds } from './remembered-feeds.js';
import { dayOf, WriteFeed } from './write-feed.js';

/** A feed that needs no token: every published call, or one of them. */
export interface PublicFeed {
  readonly callId?: string;
  readonly language: Locale;
}

/** Under which it is remembered; no hash of a token looks like it. */
export function keyOf({ callId, language }: PublicFeed): string {
  return `${callId ?? 'open-calls'}.${language}`;
}

@Injectable()
export class ReadPublicFeed {
  constructor(
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
    private readonly remembered: RememberedFeeds,
    private readonly write: WriteFeed,
  ) {}

  /** Throws not-found for a call that is none, or a draft. */
  async run(wanted: PublicFeed): Promise<FeedBytes> {
    const before = this.remembered.beforeReading();
    const state = await this.index.current();
    const { callId, language } = wanted;
    const only = callId === undefined ? undefined : state.calls.get(callId)?.call;
    if (callId !== undefined && !only) throw new DomainError('not-found');
    const calls = only ? [only] : [...state.calls.all()];
    const title = only ? feedTitle('call', language, titleOf(only, language)) : feedTitle('open', language, '');
    const now = this.clock.now();
    const text = await this.write.run(
      calls.map((call) => ({ call })),
      { title, language, options: only ? {} : { announcedOnly: true } },
      state,
      now,
    );
    return this.remembered.keep(keyOf(wanted), text, { ...before, index: state, ...dayOf(now) });
  }
}
