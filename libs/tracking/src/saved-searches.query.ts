import { isId } from '@app/kernel/ids.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SavedSearch } from './saved-search.js';

type Stored = Omit<SavedSearch, 'digestSince' | 'createdAt' | 'updatedAt'> & {
  digestSince: string | null;
  createdAt: string;
  updatedAt: string;
};

const SELECT = `select id, person_id as "personId", authority_id as "authorityId", name, filter, digest, frequency, digest_since::text as "digestSince",
  profile as "isProfile", version, created_at::text as "createdAt",
  updated_at::text as "updatedAt" from saved_search`;

/** The searches with a name that the transaction's scope may see, the oldest first: of one person, or of all. */
export async function readSavedSearches(em: EntityManager, { personId }: { readonly personId?: string } = {}): Promise<SavedSearch[]> {
  const condition = 'where ($1::uuid is null or person_id = $1) and not profile order by created_at, id';
  return (await rows<Stored>(em, `${SELECT} ${condition}`, [personId ?? null])).map(toSavedSearch);
}

/**
 * Those that tell their new matches, searches for what fits included; of these one for each authority, the oldest: two authorities that became
 * one may have brought two.
 */
export async function readTellingSearches(em: EntityManager): Promise<SavedSearch[]> {
  return (
    await rows<Stored>(
      em,
      `${SELECT} s where digest and not (profile and exists (select from saved_search o where o.profile and o.person_id = s.person_id
    and o.authority_id = s.authority_id and (o.created_at, o.id) < (s.created_at, s.id))) order by id`,
    )
  ).map(toSavedSearch);
}

/** The search for what fits an authority, if somebody has switched it on before. */
export async function readProfileSearch(em: EntityManager, personId: string, authorityId: string): Promise<SavedSearch | undefined> {
  const condition = 'where profile and person_id = $1 and authority_id = $2 order by created_at, id limit 1';
  return (await rows<Stored>(em, `${SELECT} ${condition}`, [personId, authorityId])).map(toSavedSearch)[0];
}

export async function readSavedSearch(em: EntityManager, id: string): Promise<SavedSearch | undefined> {
  if (!isId(id)) return undefined;
  return (await rows<Stored>(em, `${SELECT} where id = $1`, [id])).map(toSavedSearch)[0];
}

function toSavedSearch(stored: Stored): SavedSearch {
  const since = stored.digestSince === null ? null : toInstant(stored.digestSince);
  return { ...stored, digestSince: since, createdAt: toInstant(stored.createdAt), updatedAt: toInstant(stored.updatedAt) };
}
