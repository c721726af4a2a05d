import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuthorityView } from './authority-view.js';

export const AUTHORITY_COLUMNS = `a.id, a.ordinal, a.key, a.name, a.official_name as "officialName", a.types, a.territory, a.parent_key as "parentKey", a.zone, a.origin,
  a.source, a.register_date::text as "registerDate", a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.gone_on::text as "goneOn", a.version,
  coalesce((select jsonb_agg(jsonb_build_object('value', f.value, 'asOf', f.as_of, 'source', f.source) order by f.as_of desc)
    from population_figure f where f.authority_id = a.id), '[]') as population,
  coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'value', t.value, 'asOf', t.as_of, 'source', t.source,
    'visibility', t.visibility, 'version', t.version) order by t.name) from fact t where t.authority_id = a.id), '[]') as facts`;

/** The authorities that changed after an index revision, ended ones too; 0 for all of them. Facts as the transaction's scope may see them. */
export function authoritiesSince(em: EntityManager, revision: bigint): Promise<AuthorityView[]> {
  return rows<AuthorityView>(em, `select ${AUTHORITY_COLUMNS} from authority a where a.revision > $1 order by a.ordinal`, [
    revision.toString(),
  ]);
}
