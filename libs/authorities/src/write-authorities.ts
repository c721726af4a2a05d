import { newId } from '@app/kernel/ids.js';
import { rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AUTHORITY_COLUMNS } from './read-authorities.query.js';
import type { RegisterReading, TerritoryRecord } from './register/authority-record.js';
import type { AuthorityRow } from './stored-authority.js';

export interface WriteContext {
  readonly reading: RegisterReading;
  readonly origin: 'register' | 'demonstration';
  readonly revision: bigint;
  readonly at: Temporal.Instant;
}

const RECORD = `jsonb_to_recordset($1::jsonb) as r(id uuid, key text, name text, "officialName" text, types jsonb, territory text, "parentKey" text, zone text,
  "validFrom" date, "validTo" date, "searchText" text, source text)`;
const TYPES = 'array(select jsonb_array_elements_text(r.types))';

/** One statement for all: inserts what is new, brings the rest up to date. Attributes of an older register are given back by the caller as they are. */
export async function writeAuthorities(em: EntityManager, written: readonly AuthorityRow[], context: WriteContext): Promise<void> {
  if (written.length === 0) return;
  const records = written.map((row) => ({ ...row, id: newId(context.at), source: context.reading.source }));
  await rows(
    em,
    `insert into authority (id, ordinal, key, name, official_name, types, territory, parent_key, zone, origin, source, register_date, valid_from, valid_to,
       search_text, revision, version, created_at, updated_at)
     select r.id, nextval('authority_ordinal'), r.key, r.name, r."officialName", ${TYPES}, r.territory, r."parentKey", r.zone, $2, r.source, $3::date,
       r."validFrom", r."validTo", r."searchText", $4, 1, $5::timestamptz, $5::timestamptz from ${RECORD}
     on conflict (key) do update set name = excluded.name, official_name = excluded.official_name, types = excluded.types, territory = excluded.territory,
       parent_key = excluded.parent_key, zone = excluded.zone, origin = excluded.origin, source = excluded.source, register_date = excluded.register_date,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, gone_on = null, search_text = excluded.search_text, revision = excluded.revision,
       version = authority.version + 1, updated_at = excluded.updated_at
     where (authority.register_date is null or authority.register_date <= excluded.register_date)
       and (authority.gone_on is null or (not $6 and authority.gone_on <= excluded.register_date))`,
    [
      JSON.stringify(records),
      context.origin,
      context.reading.territoryDate,
      context.revision.toString(),
      context.at.toString(),
      context.reading.format === 'csv',
    ],
  );
}

/** Figures are a series: those of other dates stay. */
export async function writeFigures(em: EntityManager, written: readonly AuthorityRow[]): Promise<void> {
  const figures = written.flatMap(({ key, figure }) => (figure ? [{ key, ...figure }] : []));
  if (figures.length === 0) return;
  await rows(
    em,
    `insert into population_figure (authority_id, as_of, value, source)
     select a.id, r."asOf", r.value, r.source from jsonb_to_recordset($1::jsonb) as r(key text, value integer, "asOf" date, source text)
     join authority a on a.key = r.key
     on conflict (authority_id, as_of) do update set value = excluded.value, source = excluded.source`,
    [JSON.stringify(figures)],
  );
}

/** Facts of a register are public. */
export async function writeFacts(em: EntityManager, written: readonly AuthorityRow[], context: WriteContext): Promise<void> {
  const facts = written.flatMap(({ key, facts }) => Object.entries(facts).map(([name, value]) => ({ key, name, value })));
  if (facts.length === 0) return;
  await rows(
    em,
    `insert into fact (authority_id, name, value, as_of, source, visibility, entered_by, version, updated_at)
     select a.id, r.name, r.value, $2::date, $3, 'public', null, 1, $4::timestamptz from jsonb_to_recordset($1::jsonb) as r(key text, name text, value jsonb)
     join authority a on a.key = r.key
     on conflict (authority_id, name) do update set value = excluded.value, as_of = excluded.as_of, source = excluded.source, visibility = 'public',
       version = fact.version + 1, updated_at = excluded.updated_at`,
    [JSON.stringify(facts), context.reading.territoryDate, context.reading.source, context.at.toString()],
  );
}

/** Marks every authority that was touched, so that the index reads it anew, and keeps what is known of it from now on. */
export async function stamp(em: EntityManager, keys: readonly string[], revision: bigint, at: Temporal.Instant): Promise<void> {
  await run(em, 'update authority set revision = $2 where key = any ($1)', [[...keys], revision.toString()]);
  await keepVersions(em, keys, revision, at);
}

/** The state of authorities as the index reads it, under this revision (history.query.ts reads it back). */
async function keepVersions(em: EntityManager, keys: readonly string[], revision: bigint, at: Temporal.Instant): Promise<void> {
  await rows(
    em,
    `insert into authority_version (authority_id, revision, recorded_at, document)
     select v.id, $2, $3::timestamptz, to_jsonb(v) from (select ${AUTHORITY_COLUMNS} from authority a where a.key = any ($1)) v
     on conflict (authority_id, revision) do update set document = excluded.document`,
    [[...keys], revision.toString(), at.toString()],
  );
}

export async function writeTerritories(em: EntityManager, territories: readonly TerritoryRecord[]): Promise<void> {
  for (const territory of territories) {
    await rows(
      em,
      `insert into territory (id, name, official_name) values ($1, $2, $3)
       on conflict (id) do update set name = excluded.name, official_name = excluded.official_name`,
      [territory.id, territory.name, territory.officialName],
    );
  }
}
