import { newId } from '@app/kernel/ids.js';
import { run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NewNotice } from './notice.js';

/**
 * The one door for whatever is told by mail beside reminders, in the caller's transaction (a system scope, or that of the person). What was
 * told or planned before is left alone. The rest happens by itself: a tick binds it to a letter, by day, and `WriteNotices` looks again and
 * composes it. Answers how many were new.
 *
 * - `verify-address`: params `{ address, addressId }`; goes to that address; the link is made when the letter is written.
 * - `feed-stopped`: params `{ name, reason, program?, lastOn? }` (the last two for `silent`); `path` of the page on which it is renewed, if another than that of calendars.
 */
export async function insertNotices(em: EntityManager, notices: readonly NewNotice[], at: Temporal.Instant): Promise<number> {
  if (notices.length === 0) return 0;
  const documents = notices.map(({ authorityId = null, callId = null, params = {}, dueAt = at, ...notice }) => ({
    ...notice,
    id: newId(at),
    authorityId,
    callId,
    params,
    dueAt: dueAt.toString(),
  }));
  return run(
    em,
    `insert into notice (id, person_id, authority_id, call_id, kind, subject, params, due_at, state, created_at, updated_at)
     select p.id, p."personId", p."authorityId", p."callId", p.kind, p.subject, p.params, p."dueAt", 'planned', $2::timestamptz, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as p (id uuid, "personId" uuid, "authorityId" uuid, "callId" uuid, kind text, subject text, params jsonb,
       "dueAt" timestamptz)
     on conflict on constraint notice_natural_key do nothing`,
    [JSON.stringify(documents), at.toString()],
  );
}
