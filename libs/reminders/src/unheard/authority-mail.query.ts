import { row, rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What an authority as a whole has chosen. */
export interface AuthorityMail {
  /** Whether it hears of calls that nobody there follows or has dismissed. */
  readonly tellsUnheard: boolean;
  /** 0: nothing was ever chosen, the default holds. */
  readonly version: number;
}

export async function readAuthorityMail(em: EntityManager, authorityId: string): Promise<AuthorityMail> {
  const sql = 'select tells_unheard as "tellsUnheard", version from authority_mail where authority_id = $1';
  return (await row<AuthorityMail>(em, sql, [authorityId])) ?? { tellsUnheard: true, version: 0 };
}

/** Ids of the authorities that do not want to hear of them. */
export async function readDeaf(em: EntityManager): Promise<Set<string>> {
  const found = await rows<{ id: string }>(em, 'select authority_id as id from authority_mail where not tells_unheard');
  return new Set(found.map(({ id }) => id));
}

/** "authority call" of what somebody there follows or has dismissed; of some calls, or all. Who has left does not count. */
export async function readHeard(em: EntityManager, callIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ heard: string }>(
    em,
    `select distinct s.authority_id || ' ' || s.call_id as heard from stance s
     join membership m on m.person_id = s.person_id and m.authority_id = s.authority_id where s.call_id = any ($1::uuid[])`,
    [[...callIds]],
  );
  return new Set(found.map(({ heard }) => heard));
}
