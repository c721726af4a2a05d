import { rows } from '@app/persistence/sql.js';
import { readStandIns } from '@app/tracking/absence/stand-ins.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { domainOf } from '../letter-limits.js';
import { planCopies, type Reader, type ToAddress } from './copy.js';
import { readReaders } from './readers.query.js';

/** The receiving domains of a letter, one for each of its copies. */
export type Destinations = (letter: Omit<ToAddress, 'email'>) => string[];

interface Addressee {
  readonly id: string;
  readonly email: string;
  /** They are away some day, or have chosen something about their addresses; most people have not. */
  readonly mayHaveCopies: boolean;
}

/** Where letters of these people would go as things stand: read once for all of them. When a letter is written it is looked at again (addressLetter). */
export async function readDestinations(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Destinations> {
  const found = await rows<Addressee>(
    em,
    `select p.id, p.email, exists (select from absence a where a.person_id = p.id)
       or exists (select from letter_address o where o.person_id = p.id) as "mayHaveCopies" from person p where p.id = any ($1::uuid[])`,
    [[...personIds]],
  );
  const emails = new Map(found.map(({ id, email }) => [id, email]));
  const special = found.filter(({ mayHaveCopies }) => mayHaveCopies).map(({ id }) => id);
  const { standIns, readers } = await readSpecial(em, special, now);
  return ({ personId, authorityIds }) => {
    const email = emails.get(personId)!;
    if (!readers.has(personId)) return [domainOf(email)];
    return planCopies({ personId, email, authorityIds }, standIns.get(personId) ?? [], readers).map(({ address }) => domainOf(address));
  };
}

async function readSpecial(em: EntityManager, personIds: readonly string[], now: Temporal.Instant) {
  const standIns = personIds.length > 0 ? await readStandIns(em, personIds, now) : [];
  const deputies = standIns.map(({ deputyId }) => deputyId);
  const readers = personIds.length > 0 ? await readReaders(em, [...personIds, ...deputies]) : new Map<string, Reader>();
  return { standIns: Map.groupBy(standIns, ({ personId }) => personId), readers };
}
