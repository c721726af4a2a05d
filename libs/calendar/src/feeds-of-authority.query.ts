import type { Locale } from '@app/kernel/locale.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FeedScope } from './feed.js';
import type { FeedOptions } from './feed-options.js';

export interface FeedView {
  readonly id: string;
  readonly scope: FeedScope;
  readonly callId: string | null;
  readonly searchId: string | null;
  readonly name: string | null;
  readonly language: Locale;
  readonly options: FeedOptions;
  readonly createdAt: Temporal.Instant;
  readonly lastFetchedAt: Temporal.Instant | null;
  readonly lastProgram: string | null;
  /** Each program that has come, the last first. */
  readonly fetches: readonly FeedFetch[];
  readonly version: number;
}

export interface FeedFetch {
  /** "Thunderbird"; "?": none that we know by name. */
  readonly program: string;
  readonly lastAt: Temporal.Instant;
  readonly daysInARow: number;
}

type FeedRow = Omit<FeedView, 'createdAt' | 'lastFetchedAt' | 'fetches'> & {
  createdAt: string;
  lastFetchedAt: string | null;
  fetches: readonly (Omit<FeedFetch, 'lastAt'> & { lastAt: string })[];
};

const SELECT = `select id, scope, call_id as "callId", search_id as "searchId", name, language, coalesce(options, '{}') as options, created_at::text as "createdAt", last_fetched_at::text as "lastFetchedAt", last_program as "lastProgram", version,
    (select coalesce(json_agg(json_build_object('program', program, 'lastAt', last_at, 'daysInARow', days_in_a_row) order by last_at desc, program = '?', program), '[]')
      from feed_fetch where feed_id = feed.id) as fetches
  from feed where deleted_at is null`;

/** The living subscriptions of an authority, oldest first. */
export async function feedsOfAuthority(em: EntityManager, authorityId: string): Promise<FeedView[]> {
  return (await rows<FeedRow>(em, `${SELECT} and authority_id = $1 order by created_at, id`, [authorityId])).map(toFeedView);
}

/** One living subscription, if the transaction's scope may see it. */
export async function readFeedView(em: EntityManager, id: string): Promise<FeedView | undefined> {
  return (await rows<FeedRow>(em, `${SELECT} and id = $1`, [id])).map(toFeedView)[0];
}

function toFeedView(feed: FeedRow): FeedView {
  return {
    ...feed,
    createdAt: toInstant(feed.createdAt),
    lastFetchedAt: feed.lastFetchedAt === null ? null : toInstant(feed.lastFetchedAt),
    fetches: feed.fetches.map((fetch) => ({ ...fetch, lastAt: Temporal.Instant.from(fetch.lastAt) })),
  };
}
