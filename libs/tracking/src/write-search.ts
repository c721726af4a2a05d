import { newId } from '@app/kernel/ids.js';
import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { digestSince, type SavedSearch, type SearchContent } from './saved-search.js';
import { readSavedSearch } from './saved-searches.query.js';

export async function insertSearch(
  em: EntityManager,
  personId: string,
  { isProfile = false, ...content }: SearchContent & { readonly isProfile?: boolean },
  at: Temporal.Instant,
): Promise<SavedSearch> {
  const id = newId(at);
  await run(
    em,
    `insert into saved_search (id, person_id, authority_id, name, filter, digest, frequency, digest_since, profile, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, 1, $10, $10)`,
    [id, personId, ...valuesOf(undefined, content, at), isProfile, at.toString()],
  );
  return (await readSavedSearch(em, id))!;
}

export async function updateSearch(
  em: EntityManager,
  before: SavedSearch,
  after: SearchContent,
  at: Temporal.Instant,
): Promise<SavedSearch> {
  await run(
    em,
    `update saved_search set authority_id = $2, name = $3, filter = $4::jsonb, digest = $5, frequency = $6, digest_since = $7,
       version = version + 1, updated_at = $8 where id = $1`,
    [before.id, ...valuesOf(before, after, at), at.toString()],
  );
  return (await readSavedSearch(em, before.id))!;
}

function valuesOf(before: SavedSearch | undefined, after: SearchContent, at: Temporal.Instant): unknown[] {
  const { authorityId, name, filter, digest, frequency } = after;
  const since = digestSince(before, after, at)?.toString() ?? null;
  return [authorityId, name, JSON.stringify(filter), digest, frequency, since];
}
