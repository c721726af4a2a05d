import { isId } from '@app/kernel/ids.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SavedSearch } from './saved-search.js';

type Stored = Omit<SavedSearch, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string };

const SELECT = `select id, person_id as "personId", authority_id as "authorityId", name, filter, digest, version, created_at::text as "createdAt",
  updated_at::text as "updatedAt" from saved_search`;

/** The searches that the transaction's scope may see, the oldest first: of one person, or of all. */
export async function readSavedSearches(em: EntityManager, { personId }: { readonly personId?: string } = {}): Promise<SavedSearch[]> {
  const found = await rows<Stored>(em, `${SELECT} where ($1::uuid is null or person_id = $1) order by created_at, id`, [personId ?? null]);
  return found.map(toSavedSearch);
}

export async function readSavedSearch(em: EntityManager, id: string): Promise<SavedSearch | undefined> {
  if (!isId(id)) return undefined;
  return (await rows<Stored>(em, `${SELECT} where id = $1`, [id])).map(toSavedSearch)[0];
}

function toSavedSearch(stored: Stored): SavedSearch {
  return { ...stored, createdAt: toInstant(stored.createdAt), updatedAt: toInstant(stored.updatedAt) };
}
