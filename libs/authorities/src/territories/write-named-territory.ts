import type { Actor } from '@app/kernel/actor.js';
import { recordAudit } from '@app/persistence/audit.js';
import type { Jobs } from '@app/persistence/jobs.js';
import { row, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NamedTerritoryContent } from './named-territory.js';

export interface WrittenTerritory {
  readonly slug: string;
  readonly content: NamedTerritoryContent;
  readonly revision: bigint;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
  /** As the audit trail has it. */
  readonly action: 'named-territory.created' | 'named-territory.changed' | 'named-territory.imported';
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Stores the set, records it and has every call matched again. A removed one comes back under its old slug with its next version. Answers the version. */
export async function writeNamedTerritory(em: EntityManager, jobs: Jobs, written: WrittenTerritory): Promise<number> {
  const { slug, content, revision, actor, at, action } = written;
  const stored = await row<{ version: number }>(
    em,
    `insert into named_territory (slug, title, source, source_url, valid_from, valid_to, entries, includes, excludes, deleted_at, revision, version,
       created_at, updated_at)
     values ($1, $2::jsonb, $3, $4, $5::date, $6::date, $7, $8, $9, null, $10, 1, $11::timestamptz, $11::timestamptz)
     on conflict (slug) do update set title = excluded.title, source = excluded.source, source_url = excluded.source_url,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, entries = excluded.entries, includes = excluded.includes,
       excludes = excluded.excludes, deleted_at = null, revision = excluded.revision, version = named_territory.version + 1,
       updated_at = excluded.updated_at
     returning version`,
    [
      slug,
      JSON.stringify(content.title),
      content.source,
      content.sourceUrl,
      content.validFrom,
      content.validTo,
      [...content.entries],
      [...content.includes],
      [...content.excludes],
      revision.toString(),
      at.toString(),
    ],
  );
  await keepInHistory(em, { slug, revision, at, content });
  const { includes, excludes, validFrom, validTo } = content;
  const detail = { entries: content.entries.length, includes, excludes, validFrom, validTo, ...written.detail };
  await recordAudit(em, { actor, action, subject: { kind: 'named-territory', id: slug }, detail, at });
  await jobs.enqueue(em, 'authorities-changed', {});
  return stored!.version;
}

/** What the set was from this revision on; without content: there was none. */
export async function keepInHistory(
  em: EntityManager,
  { slug, revision, at, content }: Pick<WrittenTerritory, 'slug' | 'revision' | 'at'> & { content: NamedTerritoryContent | null },
): Promise<void> {
  await run(em, 'insert into named_territory_version (slug, revision, recorded_at, document) values ($1, $2, $3::timestamptz, $4::jsonb)', [
    slug,
    revision.toString(),
    at.toString(),
    content && JSON.stringify(contentOf(content)),
  ]);
}

function contentOf({
  title,
  source,
  sourceUrl,
  validFrom,
  validTo,
  entries,
  includes,
  excludes,
}: NamedTerritoryContent): NamedTerritoryContent {
  return { title, source, sourceUrl, validFrom, validTo, entries, includes, excludes };
}
