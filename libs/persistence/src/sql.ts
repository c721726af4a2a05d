import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Runs SQL with $1 … parameters inside the manager's transaction (outside one: on the pool) and answers the rows. */
export async function rows<Row>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const result = await em.getKysely().executeQuery(CompiledQuery.raw(text, [...parameters]));
  return result.rows as Row[];
}

/** As `rows`, for one row or none. */
export async function row<Row>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
  return (await rows<Row>(em, text, parameters))[0];
}

/** Runs a statement and answers how many rows it changed. */
export async function run(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<number> {
  const result = await em.getKysely().executeQuery(CompiledQuery.raw(text, [...parameters]));
  return Number(result.numAffectedRows ?? 0n);
}

/** `%`, `_` and `\` typed by a person are letters, not wildcards. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** How names and search words are compared: lower case, without accents and ligatures ("Düren" is found by "duren" and "dueren"). */
export function searchable(text: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  const plain = lower.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
  const spelled = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return plain === spelled ? plain : `${plain} ${spelled}`;
}

/** The words of a search, each to be found somewhere in `search_text`. */
export function searchWords(query: string): string[] {
  return query
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
    .map((word) => likePattern(searchable(word).split(' ')[0]!));
}
