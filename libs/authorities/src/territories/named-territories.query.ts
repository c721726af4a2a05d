import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type PastMoment, recordedBy } from '../history.query.js';
import type { NamedTerritoryContent, NamedTerritoryView } from './named-territory.js';

const COLUMNS = `slug, title, source, source_url as "sourceUrl", valid_from::text as "validFrom", valid_to::text as "validTo", entries, includes, excludes,
  version, created_at::text as "createdAt", updated_at::text as "updatedAt"`;

type StoredSet = Omit<NamedTerritoryView, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string };

function toView(row: StoredSet): NamedTerritoryView {
  return { ...row, createdAt: toInstant(row.createdAt), updatedAt: toInstant(row.updatedAt) };
}

/** A set that changed, or the slug of one that is no more. */
export type NamedTerritoryChange = { readonly slug: string } & (
  | { readonly removed: true }
  | { readonly removed: false; readonly set: NamedTerritoryView }
);

/** What changed after an index revision, removals too; 0 for everything. */
export async function namedTerritoriesSince(em: EntityManager, revision: bigint): Promise<NamedTerritoryChange[]> {
  const found = await rows<StoredSet & { removed: boolean }>(
    em,
    `select ${COLUMNS}, deleted_at is not null as removed from named_territory where revision > $1 order by slug`,
    [revision.toString()],
  );
  return found.map(({ removed, ...set }) => (removed ? { slug: set.slug, removed } : { slug: set.slug, removed, set: toView(set) }));
}

/** Every set there is, by slug. */
export async function readNamedTerritories(em: EntityManager): Promise<Map<string, NamedTerritoryView>> {
  const found = await rows<StoredSet>(em, `select ${COLUMNS} from named_territory where deleted_at is null order by slug`);
  return new Map(found.map((set) => [set.slug, toView(set)]));
}

/** Every set as it was then, by slug. */
export async function namedTerritoriesAt(em: EntityManager, moment: PastMoment): Promise<Map<string, NamedTerritoryContent>> {
  const { condition, value } = recordedBy(moment, { recorded: 'recorded_at', revision: 'revision' }, '$1');
  const found = await rows<{ slug: string; document: NamedTerritoryContent | null }>(
    em,
    `select distinct on (slug) slug, document from named_territory_version where ${condition} order by slug, revision desc`,
    [value],
  );
  return new Map(found.flatMap(({ slug, document }) => (document ? [[slug, document]] : [])));
}
