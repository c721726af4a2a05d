import { createHash } from 'node:crypto';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What was imported from where, so that a second import finds it. */
export interface ImportMark {
  readonly subjectId: string;
  /** Of what the source said when it was last taken over. */
  readonly digest: string;
  /** Of the programme or call when it was last taken over: a higher one, and somebody has changed it here since. */
  readonly subjectVersion: number;
}

/** The natural key of a mark. */
export interface ImportKey {
  readonly source: string;
  readonly kind: 'program' | 'call';
  readonly externalId: string;
}

export function digestOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

export function findMark(em: EntityManager, { source, kind, externalId }: ImportKey): Promise<ImportMark | undefined> {
  return row<ImportMark>(
    em,
    `select subject_id as "subjectId", digest, subject_version as "subjectVersion" from import_mark
     where source = $1 and kind = $2 and external_id = $3 for update`,
    [source, kind, externalId],
  );
}

/** Two imports at once: the second waits here for the first, then fails on the key, and its transaction with it. */
export async function writeMark(
  em: EntityManager,
  { source, kind, externalId }: ImportKey,
  mark: ImportMark,
  at: Temporal.Instant,
): Promise<void> {
  const values = [source, kind, externalId, mark.subjectId, mark.digest, mark.subjectVersion, at.toString()];
  const written = await run(
    em,
    `insert into import_mark (source, kind, external_id, subject_id, digest, subject_version, imported_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (source, kind, external_id) do update
       set digest = excluded.digest, subject_version = excluded.subject_version, imported_at = excluded.imported_at
     where import_mark.subject_id = excluded.subject_id`,
    values,
  );
  if (written === 0) throw new Error('Another import has taken this over at the same time');
}
