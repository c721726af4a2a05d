import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';

/** Which calls a feed holds. */
export const FEED_SCOPES = ['eligible'] as const;
export type FeedScope = (typeof FEED_SCOPES)[number];

/** A calendar subscription of an authority. Whoever has its address can read it; only a hash of the address's secret is stored. */
export class Feed {
  lastFetchedAt: Temporal.Instant | null = null;
  /** The calendar program that fetched last, by its family ("Thunderbird"). */
  lastProgram: string | null = null;
  deletedAt: Temporal.Instant | null = null;
  readonly version: number = 1;
  readonly createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;

  constructor(
    readonly id: string,
    readonly authorityId: string,
    readonly createdBy: string,
    readonly scope: FeedScope,
    readonly language: Locale,
    public tokenHash: string,
    at: Temporal.Instant,
  ) {
    this.createdAt = at;
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
