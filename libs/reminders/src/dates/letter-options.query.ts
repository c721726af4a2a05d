import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What somebody chose about their letters beside the times. */
export interface LetterOptions {
  /** Whether the dates of reminders come along as a file. */
  readonly attachesDates: boolean;
  /** 0: nothing was ever chosen, the default holds. */
  readonly version: number;
}

export async function readLetterOptions(em: EntityManager, personId: string): Promise<LetterOptions> {
  const sql = 'select attaches_dates as "attachesDates", version from letter_option where person_id = $1';
  return (await row<LetterOptions>(em, sql, [personId])) ?? { attachesDates: false, version: 0 };
}

/** Who of some people wants them. */
export async function readWantingDates(em: EntityManager, personIds: readonly string[]): Promise<Set<string>> {
  const sql = 'select person_id as id from letter_option where attaches_dates and person_id = any ($1::uuid[])';
  return new Set((await rows<{ id: string }>(em, sql, [[...personIds]])).map(({ id }) => id));
}
