import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuthorityView } from './authority-view.js';

/** A moment of the past: everything recorded before an instant, or up to an index revision. */
export type PastMoment = { readonly before: Temporal.Instant } | { readonly revision: bigint };

/** The SQL condition for a table with `recorded` (timestamptz) and `revision`, and its parameter. */
export function recordedBy(
  moment: PastMoment,
  columns: { recorded: string; revision: string },
  parameter: string,
): { condition: string; value: string } {
  return 'before' in moment
    ? { condition: `${columns.recorded} < ${parameter}::timestamptz`, value: moment.before.toString() }
    : { condition: `${columns.revision} <= ${parameter}`, value: moment.revision.toString() };
}

/** An authority as it was known then; undefined when nothing was recorded yet. The scope must be the system's or the authority's own. */
export async function authorityAt(em: EntityManager, key: string, moment: PastMoment): Promise<AuthorityView | undefined> {
  const { condition, value } = recordedBy(moment, { recorded: 'v.recorded_at', revision: 'v.revision' }, '$2');
  const found = await row<{ document: AuthorityView }>(
    em,
    `select v.document from authority_version v join authority a on a.id = v.authority_id where a.key = $1 and ${condition} order by v.revision desc limit 1`,
    [key, value],
  );
  return found?.document;
}

/** The zone in which the days of an authority pass, ended ones included; undefined for a key that nobody ever had. */
export async function zoneOf(em: EntityManager, key: string): Promise<string | undefined> {
  return (await row<{ zone: string }>(em, 'select zone from authority where key = $1', [key]))?.zone;
}
