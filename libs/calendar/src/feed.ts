import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { type FeedOptions, normalOptions } from './feed-options.js';

/**
 * Which calls a feed holds: all published ones; those the authority is eligible for; those that anybody of the authority follows; those that
 * its maker follows; one call; what a saved search of its maker finds.
 */
export const FEED_SCOPES = ['open', 'eligible', 'followed', 'followed_by_me', 'call', 'search'] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];

/** What whoever makes a feed decides once. */
export interface FeedSubject {
  readonly scope: FeedScope;
  readonly callId?: string | null;
  readonly searchId?: string | null;
}

/** What may be changed later, under the same address. */
export interface FeedSettings {
  readonly name: string | null;
  readonly language: Locale;
  readonly options: FeedOptions;
}

interface Owner {
  readonly authorityId: string;
  readonly createdBy: string;
}

/** A calendar subscription of an authority. Whoever has its address can read it; only a hash of the address's secret is stored. */
export class Feed {
  readonly authorityId: string;
  readonly createdBy: string;
  readonly scope: FeedScope;
  readonly callId: string | null;
  readonly searchId: string | null;
  /** As its owner calls it; null: what it holds. */
  name: string | null;
  language: Locale;
  options: FeedOptions | null;
  lastFetchedAt: Temporal.Instant | null = null;
  /** The calendar program that fetched last, by its family ("Thunderbird"). */
  lastProgram: string | null = null;
  deletedAt: Temporal.Instant | null = null;
  readonly version: number = 1;
  readonly createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;

  constructor(
    readonly id: string,
    owner: Owner,
    subject: FeedSubject,
    settings: FeedSettings,
    public tokenHash: string,
    at: Temporal.Instant,
  ) {
    this.authorityId = owner.authorityId;
    this.createdBy = owner.createdBy;
    this.scope = subject.scope;
    this.callId = subject.callId ?? null;
    this.searchId = subject.searchId ?? null;
    this.name = settings.name;
    this.language = settings.language;
    this.options = normalOptions(settings.options);
    this.createdAt = at;
    this.updatedAt = at;
  }

  change(settings: FeedSettings, at: Temporal.Instant): void {
    if (this.deletedAt) throw new DomainError('not-found');
    this.name = settings.name;
    this.language = settings.language;
    this.options = normalOptions(settings.options);
    this.updatedAt = at;
  }

  /** A new address; the old one only says so for a while. Answers the old hash. */
  renew(tokenHash: string, at: Temporal.Instant): string {
    if (this.deletedAt) throw new DomainError('not-found');
    const old = this.tokenHash;
    this.tokenHash = tokenHash;
    this.lastFetchedAt = null;
    this.lastProgram = null;
    this.updatedAt = at;
    return old;
  }

  delete(at: Temporal.Instant): void {
    if (this.deletedAt) throw new DomainError('not-found');
    this.deletedAt = at;
    this.updatedAt = at;
  }
}
