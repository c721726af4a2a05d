import type { Locale } from '@app/kernel/locale.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FeedScope } from './feed.js';
import type { FeedOptions } from './feed-options.js';

/** The feed behind a token, living or not. */
export interface FoundFeed {
  readonly id: string;
  readonly authorityId: string;
  readonly authorityKey: string;
  readonly createdBy: string;
  /** Its maker may still act for the authority: what is a person's own ends with that. */
  readonly isMakerIn: boolean;
  readonly scope: FeedScope;
  readonly callId: string | null;
  readonly searchId: string | null;
  /** Of a search that is still there. */
  readonly searchName: string | null;
  readonly name: string | null;
  readonly language: Locale;
  readonly options: FeedOptions;
  readonly isDeleted: boolean;
  /** The token is an old one, renewed then. */
  readonly renewedAt: Temporal.Instant | null;
}

/** One query whatever the token is, so that unknown ones take as long as known ones. */
export async function findFeed(em: EntityManager, tokenHash: string): Promise<FoundFeed | undefined> {
  const found = await row<Omit<FoundFeed, 'renewedAt'> & { renewedAt: string | null }>(
    em,
    `select f.id, f.authority_id as "authorityId", a.key as "authorityKey", f.created_by as "createdBy", f.scope, f.call_id as "callId",
       f.search_id as "searchId", (select s.name from saved_search s where s.id = f.search_id) as "searchName", f.name, f.language, coalesce(f.options, '{}') as options, f.deleted_at is not null as "isDeleted",
       r.renewed_at::text as "renewedAt",
       exists (select from person p left join membership m on m.person_id = p.id and m.authority_id = f.authority_id
         where p.id = f.created_by and (m.person_id is not null or 'admin' = any (p.roles))) as "isMakerIn"
     from feed f join authority a on a.id = f.authority_id left join renewed_feed_token r on r.feed_id = f.id and r.token_hash = $1
     where f.token_hash = $1 or r.token_hash = $1`,
    [tokenHash],
  );
  return found && { ...found, renewedAt: found.renewedAt === null ? null : toInstant(found.renewedAt) };
}
