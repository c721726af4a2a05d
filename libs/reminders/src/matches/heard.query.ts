import { rows } from '@app/persistence/sql.js';
import type { SavedSearch } from '@app/tracking/saved-search.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Of these calls those of which the reader has heard for the same authority, or will by a letter under way: by another search, and for what fits
 * the authority also that it may apply now. Where that letter is not delivered they have not, and the next digest tells them.
 */
export async function readHeard(
  em: EntityManager,
  { id, personId, authorityId, isProfile }: SavedSearch,
  callIds: readonly string[],
): Promise<Set<string>> {
  if (callIds.length === 0) return new Set();
  const heard = await rows<{ id: string }>(
    em,
    `select told.id from notice n cross join lateral jsonb_array_elements_text(n.params -> 'calls') as told (id)
     where n.person_id = $1 and n.authority_id is not distinct from $2 and n.kind = 'new-matches' and n.params ->> 'searchId' <> $3
       and n.state in ('planned', 'bound', 'sent') and told.id = any ($4::text[])
     union select call_id::text from notice where $5 and person_id = $1 and authority_id = $2 and kind = 'now-eligible'
       and state in ('planned', 'bound', 'sent')`,
    [personId, authorityId, id, [...callIds], isProfile],
  );
  return new Set(heard.map(({ id: callId }) => callId));
}
