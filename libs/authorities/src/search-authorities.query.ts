import type { PageRequest } from '@app/kernel/page.js';
import { decodeCursor, encodeCursor, type Page } from '@app/kernel/page.js';
import { rows, searchWords } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuthorityView } from './authority-view.js';
import { AUTHORITY_COLUMNS } from './read-authorities.query.js';

export interface AuthorityFilter {
  /** Words of the display or official name, or a key. */
  readonly query?: string;
  /** Any of these tags. */
  readonly type?: readonly string[];
  /** A territory prefix. */
  readonly within?: string;
  /** Ordinals: only these. */
  readonly among?: readonly number[];
  readonly populationAtLeast?: number;
  readonly populationAtMost?: number;
}

const NEWEST = '(select f.value from population_figure f where f.authority_id = a.id order by f.as_of desc limit 1)';

/** Authorities valid on a day, in the order of their keys. */
export async function searchAuthorities(
  em: EntityManager,
  filter: AuthorityFilter,
  day: string,
  page: PageRequest,
): Promise<Page<AuthorityView>> {
  const parameters: unknown[] = [day];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ['(a.valid_from is null or a.valid_from <= $1::date)', '(a.valid_to is null or a.valid_to >= $1::date)'];
  if (filter.query?.trim()) conditions.push(`a.search_text like all (${given(searchWords(filter.query))}::text[])`);
  if (filter.type?.length) conditions.push(`a.types && ${given(filter.type)}::text[]`);
  if (filter.within) conditions.push(within(filter.within, given));
  if (filter.among) conditions.push(`a.ordinal = any (${given(filter.among)}::int[])`);
  if (filter.populationAtLeast !== undefined) conditions.push(`${NEWEST} >= ${given(filter.populationAtLeast)}`);
  if (filter.populationAtMost !== undefined) conditions.push(`${NEWEST} <= ${given(filter.populationAtMost)}`);
  const where = conditions.join(' and ');
  const counted = await rows<{ total: number }>(em, `select count(*)::int as total from authority a where ${where}`, parameters);
  const after = page.cursor ? ` and a.key > ${given(decodeCursor(page.cursor, 1)[0])}` : '';
  const found = await rows<AuthorityView>(
    em,
    `select ${AUTHORITY_COLUMNS} from authority a where ${where}${after} order by a.key limit ${given(page.limit + 1)}`,
    parameters,
  );
  const items = found.slice(0, page.limit);
  return { items, total: counted[0]!.total, next: found.length > page.limit ? encodeCursor([items.at(-1)!.key]) : null };
}

/** "DE" holds every "DE-…", "DE-05" holds "DE-05358008": the same as the rule `territory` says. */
function within(territory: string, given: (value: unknown) => string): string {
  const prefix = `${territory.includes('-') ? territory : `${territory}-`}`.replace(/[\\%_]/g, '\\$&');
  return `(a.territory = ${given(territory)} or a.territory like ${given(`${prefix}%`)})`;
}
