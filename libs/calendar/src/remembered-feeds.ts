import { hash } from 'node:crypto';
import { Clock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';

/** What other servers did (a new address, a stance) is seen after so long at the latest. Real milliseconds: the set clock may stand. */
const LONGEST_MS = 30_000;
const MOST_OCTETS = 64_000_000;

/** The bytes of a feed and their strong entity tag. */
export interface FeedBytes {
  /** Absent for public feeds. */
  readonly feedId?: string;
  readonly body: Buffer;
  readonly etag: string;
}

/** Until when bytes are right, and as of what. */
export interface Seen {
  readonly changes: number;
  readonly index: unknown;
  readonly checkedAt: number;
  /** Milliseconds of the Clock: the first at which they are right, and the first at which they are not. */
  readonly from: number;
  readonly until: number;
}

type Remembered = FeedBytes & Seen;

/**
 * Feeds as they were last sent. One is right as long as no transaction of this process has changed anything, the index is the same, its day
 * lasts, and at most 30 seconds have gone by. So a poll costs no SQL, and what this server has answered to a write is in the next one.
 */
@Injectable()
export class RememberedFeeds {
  private readonly byKey = new Map<string, Remembered>();
  private octets = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly index: MatchingIndex,
    private readonly clock: Clock,
  ) {}

  /** Undefined: has to be read again. */
  fresh(key: string): FeedBytes | undefined {
    const known = this.byKey.get(key);
    return known && this.isRight(known) ? known : undefined;
  }

  /** Whatever was sent last, for when nothing better can be had. */
  last(key: string): FeedBytes | undefined {
    return this.byKey.get(key);
  }

  /** To be taken before anything is read: what changes meanwhile then counts as changed. */
  beforeReading(): Pick<Seen, 'changes' | 'checkedAt'> {
    return { changes: this.transactions.changes, checkedAt: performance.now() };
  }

  keep(key: string, text: string, seen: Seen, feedId?: string): FeedBytes {
    const body = Buffer.from(text, 'utf8');
    const remembered = { ...seen, body, etag: `"${hash('sha256', body, 'base64url').slice(0, 27)}"`, ...(feedId && { feedId }) };
    this.forget(key);
    this.byKey.set(key, remembered);
    this.octets += body.length;
    for (const [oldest] of this.byKey) {
      if (this.octets <= MOST_OCTETS || oldest === key) break;
      this.forget(oldest);
    }
    return remembered;
  }

  forget(key: string): void {
    const known = this.byKey.get(key);
    if (!known) return;
    this.byKey.delete(key);
    this.octets -= known.body.length;
  }

  private isRight({ changes, index, checkedAt, from, until }: Seen): boolean {
    if (changes !== this.transactions.changes || index !== this.index.latest || performance.now() - checkedAt >= LONGEST_MS) return false;
    const now = this.clock.milliseconds();
    return from <= now && now < until;
  }
}
