import type { Locale } from '@app/kernel/locale.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WORKING_ADDRESSES } from '../addresses/letter-addresses.query.js';
import type { Reader } from './copy.js';

/** These people with the addresses that letters to them go to. */
export async function readReaders(em: EntityManager, personIds: readonly string[]): Promise<Map<string, Reader>> {
  const found = await rows<{ id: string; name: string; language: Locale; addresses: string[]; isStopped: boolean }>(
    em,
    `select p.id, p.name, p.language, array(${WORKING_ADDRESSES}) as addresses,
       exists (select from reminder_preference c where c.person_id = p.id and c.stopped_at is not null) as "isStopped"
     from person p where p.id = any ($1::uuid[])`,
    [[...personIds]],
  );
  return new Map(found.map((reader) => [reader.id, reader]));
}
