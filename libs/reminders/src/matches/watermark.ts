import { toInstant } from '@app/persistence/instant.type.js';
import { row, rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What the reader of a search knows of. It rises when a letter has gone, and never before. */
export interface Watermark {
  /** Since when the search tells: another one than the search's own belongs to what it looked for before. */
  readonly since: Temporal.Instant;
  /** Ordinals of calls. */
  readonly told: ReadonlySet<number>;
  /** How many digests were made. */
  readonly edition: number;
  /** The digest day on which was looked last. */
  readonly checkedOn: string | null;
  /** Letters of the last digest have not gone yet, so nobody knows what is new. */
  readonly isPending: boolean;
}

interface Stored {
  since: string;
  told: number[];
  edition: number;
  checkedOn: string | null;
  isPending: boolean;
}

const PENDING = `exists (select from notice n where n.kind = 'new-matches' and n.params ->> 'searchId' = w.search_id::text and n.state in ('planned', 'bound'))`;
const SELECT = `select since::text as since, told, edition, checked_on::text as "checkedOn", ${PENDING} as "isPending" from match_watermark w
  where search_id = $1`;

/** When each search began and was looked at last, by its id. */
export async function readMarks(em: EntityManager): Promise<Map<string, Pick<Watermark, 'since' | 'checkedOn'>>> {
  const sql = 'select search_id as id, since::text as since, checked_on::text as "checkedOn" from match_watermark';
  const found = await rows<{ id: string; since: string; checkedOn: string | null }>(em, sql);
  return new Map(found.map(({ id, since, checkedOn }) => [id, { since: toInstant(since), checkedOn }]));
}

/** Locked to the end of the transaction, and made where there was none; undefined while another worker has it. */
export async function lockWatermark(em: EntityManager, searchId: string, since: Temporal.Instant): Promise<Watermark | undefined> {
  await run(
    em,
    `insert into match_watermark (search_id, since, told, edition, checked_on, updated_at) values ($1, '1970-01-01T00:00:00Z', '{}', 0, null, $2)
     on conflict (search_id) do nothing`,
    [searchId, since.toString()],
  );
  const stored = await row<Stored>(em, `${SELECT} for no key update of w skip locked`, [searchId]);
  if (!stored) return undefined;
  return { ...stored, since: toInstant(stored.since), told: new Set(stored.told) };
}

export interface WatermarkChange extends Pick<Watermark, 'since' | 'told' | 'edition'> {
  readonly checkedOn: string | null;
  readonly at: Temporal.Instant;
}

export async function saveWatermark(em: EntityManager, searchId: string, change: WatermarkChange): Promise<void> {
  const told = [...change.told].sort((one, other) => one - other);
  await run(
    em,
    `update match_watermark set since = $2, told = $3::integer[], edition = $4, checked_on = $5, updated_at = $6 where search_id = $1`,
    [searchId, change.since.toString(), told, change.edition, change.checkedOn, change.at.toString()],
  );
}

/** What stood in these letters is known to their readers now. */
export async function raiseWatermarks(em: EntityManager, letterIds: readonly string[]): Promise<void> {
  await run(
    em,
    `update match_watermark w set told = array(select distinct ordinal from unnest(w.told || read.ordinals) as ordinal order by ordinal)
     from (select (n.params ->> 'searchId')::uuid as search_id, array_agg(c.ordinal) as ordinals
       from notice n, jsonb_array_elements_text(n.params -> 'calls') as told (id) join call c on c.id = told.id::uuid
       where n.letter_id = any ($1::uuid[]) and n.kind = 'new-matches' and n.state = 'sent' group by 1) as read
     where w.search_id = read.search_id`,
    [[...letterIds]],
  );
}
