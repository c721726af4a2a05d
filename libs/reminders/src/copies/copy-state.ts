import { row, rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Copy } from './copy.js';

export interface CopyKey {
  readonly letterId: string;
  readonly personId: string;
  readonly address: string;
}

export interface StoredCopy extends Copy {
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  /** Times that a mail server did not take it for now. */
  readonly refusals: number;
  readonly response: string | null;
}

const COLUMNS = `person_id as "personId", address, deputy, absent_until::text as "absentUntil", authority_ids as "authorityIds", state, refusals, response`;

/** In the order in which they are tried: whose turn was longest ago first. */
export function readCopies(em: EntityManager, letterId: string): Promise<StoredCopy[]> {
  return rows<StoredCopy>(em, `select ${COLUMNS} from letter_copy where letter_id = $1 order by refusals, deputy, person_id, address`, [
    letterId,
  ]);
}

/**
 * What waits becomes this; what has gone or failed stays. Who is still to get one keeps their turn, so that each is tried once before the letter
 * waits. Answers what waits now.
 */
export async function planAnew(em: EntityManager, letterId: string, copies: readonly Copy[], refusals: number): Promise<StoredCopy[]> {
  await run(
    em,
    `delete from letter_copy where letter_id = $1 and state in ('waiting', 'dropped') and (person_id::text, address) not in
       (select c ->> 'personId', c ->> 'address' from jsonb_array_elements($2::jsonb) as c)`,
    [letterId, JSON.stringify(copies)],
  );
  const keepsTurn = `do update set deputy = excluded.deputy, absent_until = excluded.absent_until, authority_ids = excluded.authority_ids,
    refusals = greatest(letter_copy.refusals, excluded.refusals), state = 'waiting' where letter_copy.state in ('waiting', 'dropped')`;
  return inTurn(await insertCopies(em, { letterId, copies, refusals, onConflict: keepsTurn }));
}

/** Answers those that were not there before. */
export function addCopies(em: EntityManager, letterId: string, copies: readonly Copy[], refusals: number): Promise<StoredCopy[]> {
  return insertCopies(em, { letterId, copies, refusals, onConflict: 'do nothing' });
}

interface NewCopies {
  readonly letterId: string;
  readonly copies: readonly Copy[];
  readonly refusals: number;
  /** SQL. */
  readonly onConflict: string;
}

async function insertCopies(em: EntityManager, { letterId, copies, refusals, onConflict }: NewCopies): Promise<StoredCopy[]> {
  if (copies.length === 0) return [];
  return rows<StoredCopy>(
    em,
    `insert into letter_copy (letter_id, person_id, address, deputy, absent_until, authority_ids, refusals, state)
     select $1, c."personId", c.address, c.deputy, c."absentUntil", array(select jsonb_array_elements_text(c."authorityIds")::uuid), $3::integer, 'waiting'
     from jsonb_to_recordset($2::jsonb) as c ("personId" uuid, address text, deputy boolean, "absentUntil" date, "authorityIds" jsonb)
     on conflict (letter_id, person_id, address) ${onConflict} returning ${COLUMNS}`,
    [letterId, JSON.stringify(copies), refusals],
  );
}

/** Whose turn was longest ago first. */
export function inTurn(copies: readonly StoredCopy[]): StoredCopy[] {
  return copies.toSorted((one, other) => one.refusals - other.refusals);
}

/** Ends a copy that waits; false: it is over already. */
export async function endCopy(
  em: EntityManager,
  { letterId, personId, address }: CopyKey,
  end: { readonly state: 'sent' | 'failed' | 'dropped'; readonly response: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const ended = await run(
    em,
    `update letter_copy set state = $4, response = $5, sent_at = case when $4 = 'sent' then $6::timestamptz end
     where letter_id = $1 and person_id = $2 and address = $3
       and (state = 'waiting' or ($4 = 'sent' and state <> 'sent'))`,
    [letterId, personId, address, end.state, end.response, end.at.toString()],
  );
  return ended > 0;
}

export async function noteRefusal(em: EntityManager, { letterId, personId, address }: CopyKey, response: string): Promise<void> {
  await run(
    em,
    `update letter_copy set refusals = refusals + 1, response = $4 where letter_id = $1 and person_id = $2 and address = $3 and state = 'waiting'`,
    [letterId, personId, address, response],
  );
}

/** Of the letter itself, locked. */
export async function lockLetter(
  em: EntityManager,
  letterId: string,
): Promise<{ readonly personId: string; readonly email: string; readonly refusals: number } | undefined> {
  const found = await row<{ personId: string; email: string; refusals: number }>(
    em,
    `select l.person_id as "personId", p.email, l.refusals from letter l join person p on p.id = l.person_id
     where l.id = $1 and l.state = 'bound' for no key update of l`,
    [letterId],
  );
  return found ?? undefined;
}
