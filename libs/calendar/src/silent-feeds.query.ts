import type { Locale } from '@app/kernel/locale.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FeedScope } from './feed.js';
import { DAILY_FROM_DAYS, silentSince } from './feed-silence.js';

/** A program that fetched a feed daily and has not come for two weeks. */
export interface SilentFeed {
  readonly feedId: string;
  readonly authorityId: string;
  readonly ownerId: string;
  readonly scope: FeedScope;
  readonly callId: string | null;
  /** As its owner calls it. */
  readonly name: string | null;
  readonly language: Locale;
  /** What programs call the calendar where that depends on neither a call nor the feed's own name: the search's name, else the authority's. */
  readonly of: string;
  /** "Thunderbird"; "?": none that we know by name. */
  readonly program: string;
  readonly lastAt: Temporal.Instant;
}

/** Those that nobody has been told of, marked as told in the caller's transaction; a program that comes again is told of anew when it stops again. */
export async function takeSilentFeeds(em: EntityManager, now: Temporal.Instant): Promise<SilentFeed[]> {
  const found = await rows<Omit<SilentFeed, 'lastAt'> & { lastAt: string }>(
    em,
    `update feed_fetch n set silence_told_at = $1::timestamptz
     from feed f join authority a on a.id = f.authority_id
     where f.id = n.feed_id and f.deleted_at is null and n.silence_told_at is null and n.days_in_a_row >= $2 and n.last_at <= $3::timestamptz
     returning f.id as "feedId", f.authority_id as "authorityId", f.created_by as "ownerId", f.scope, f.call_id as "callId", f.name, f.language,
       coalesce((select s.name from saved_search s where s.id = f.search_id), a.name) as of, n.program, n.last_at::text as "lastAt"`,
    [now.toString(), DAILY_FROM_DAYS, silentSince(now).toString()],
  );
  return found.map((feed) => ({ ...feed, lastAt: toInstant(feed.lastAt) }));
}
