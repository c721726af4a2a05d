import type { MemberOf } from '@app/accounts/signed-in-person.js';
import { isSilent } from '@app/calendar/feed-silence.js';
import { type FeedView, feedsOfAuthority } from '@app/calendar/feeds-of-authority.query.js';
import { titleOf } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { SavedSearch } from '@app/tracking/saved-search.js';
import { readSavedSearches } from '@app/tracking/saved-searches.query.js';
import { Injectable } from '@nestjs/common';
import { emptyFeedForm } from './feed-form.js';
import type { FeedRow, FeedSubjectModel, FeedsModel, SubjectChoice } from './feeds.model.js';

export interface OwnFeed {
  readonly feed: FeedView;
  readonly authority: MemberOf;
  readonly subject: FeedSubjectModel;
}

/** Names of what feeds can hold, as far as the reader may know them. */
interface Names {
  readonly state: MatchingState;
  /** The reader's own. */
  readonly searches: readonly SavedSearch[];
  readonly locale: Locale;
}

const KINDS = ['eligible', 'followed', 'followed_by_me', 'open'] as const;

/** The calendar subscriptions of an authority. */
@Injectable()
export class FeedsPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `shown`: what has just happened. `call`: one that the form offers too. */
  async model(
    actor: Actor,
    { id, key, name }: MemberOf,
    locale: Locale,
    { call, what, ...shown }: Partial<FeedsModel> & { readonly call?: string; readonly what?: string } = {},
  ): Promise<FeedsModel> {
    const state = await this.index.current();
    const zone = state.authority(key)?.zone ?? HOME_ZONE;
    const { feeds, searches } = await this.transactions.run(scopeOf(actor), async (em) => ({
      feeds: await feedsOfAuthority(em, id),
      searches: await readSavedSearches(em, { personId: actor.id }),
    }));
    const names = { state, searches, locale };
    const subjects = subjectsOf(names, call);
    const chosen = subjects.find(({ value }) => value === what) ?? subjects[0]!;
    const now = this.clock.now();
    return {
      authorityName: name,
      today: dayAt(now, zone).toString(),
      zone,
      subscriptions: feeds.map((feed) => toRow(feed, names, zone, now)),
      subjects,
      form: emptyFeedForm(locale, chosen.value),
      errors: {},
      ...shown,
    };
  }

  /** A living feed of one of the person's own authorities, whichever is active; administrators too manage others' by the interface only. */
  async own(actor: Actor & { readonly authorities: readonly MemberOf[] }, id: string, locale: Locale): Promise<OwnFeed> {
    const state = await this.index.current();
    const found = await this.transactions.run(scopeOf(actor), async (em) => {
      const searches = await readSavedSearches(em, { personId: actor.id });
      for (const authority of actor.authorities) {
        const feed = (await feedsOfAuthority(em, authority.id)).find((candidate) => candidate.id === id);
        if (feed) return { feed, authority, subject: subjectOf(feed, { state, searches, locale }) };
      }
      return undefined;
    });
    if (!found) throw new DomainError('not-found');
    return found;
  }
}

function subjectsOf({ state, searches, locale }: Names, callId: string | undefined): SubjectChoice[] {
  const call = callId === undefined ? undefined : state.calls.get(callId)?.call;
  return [
    ...(call ? [{ value: `call:${call.id}`, scope: 'call' as const, of: titleOf(call, locale) }] : []),
    ...KINDS.map((scope) => ({ value: scope, scope })),
    ...searches.map(({ id, name }) => ({ value: `search:${id}`, scope: 'search' as const, of: name })),
  ];
}

function subjectOf({ scope, name, callId, searchId }: FeedView, { state, searches, locale }: Names): FeedSubjectModel {
  const call = callId === null ? undefined : state.calls.get(callId)?.call;
  const of = call ? titleOf(call, locale) : searches.find(({ id }) => id === searchId)?.name;
  return { scope, ...(of !== undefined && { of }), ...(name !== null && { name }) };
}

function toRow(feed: FeedView, names: Names, zone: string, now: Temporal.Instant): FeedRow {
  return {
    ...subjectOf(feed, names),
    id: feed.id,
    language: feed.language,
    options: feed.options,
    createdOn: dayAt(feed.createdAt, zone).toString(),
    fetches: feed.fetches.map((fetch) => ({
      at: fetch.lastAt.toString(),
      ...(fetch.program !== '?' && { program: fetch.program }),
      isSilent: isSilent(fetch, now),
    })),
  };
}
