import { isId } from '@app/kernel/ids.js';
import { rows, searchWords } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CALL_COLUMNS, CALL_TABLES, type CallRecord, type CallRow, toCallRecord } from './call-record.js';

/** The calls that changed after an index revision, drafts included; 0 for all of them. */
export async function callsSince(em: EntityManager, revision: bigint): Promise<CallRecord[]> {
  const found = await rows<CallRow>(em, `select ${CALL_COLUMNS} from ${CALL_TABLES} where c.revision > $1 order by c.ordinal`, [
    revision.toString(),
  ]);
  return found.map(toCallRecord);
}

export async function readCall(em: EntityManager, id: string): Promise<CallRecord | undefined> {
  if (!isId(id)) return undefined;
  const found = await rows<CallRow>(em, `select ${CALL_COLUMNS} from ${CALL_TABLES} where c.id = $1`, [id]);
  return found.map(toCallRecord)[0];
}

/** Ids of the calls in which every word occurs, as a part of a word or in another form of it ("Förderung" finds "fördern"). */
export async function callsWithWords(em: EntityManager, query: string): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    em,
    `select id from call where search_text like all ($1::text[]) or to_tsvector('german', search_text) @@ websearch_to_tsquery('german', $2)`,
    [searchWords(query), query],
  );
  return new Set(found.map(({ id }) => id));
}

/** What editors have begun and not published, newest first. */
export async function draftCalls(em: EntityManager): Promise<CallRecord[]> {
  const found = await rows<CallRow>(em, `select ${CALL_COLUMNS} from ${CALL_TABLES} where c.state = 'draft' order by c.id desc`);
  return found.map(toCallRecord);
}
