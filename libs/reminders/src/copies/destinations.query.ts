import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { domainOf } from '../letter-limits.js';
import { planCopies, type ToAddress } from './copy.js';
import { MAY_HAVE_COPIES, readCopySurroundings } from './copy-surroundings.query.js';

/** The receiving domains of a letter, one for each of its copies. */
export type Destinations = (letter: Omit<ToAddress, 'email'>) => string[];

interface Addressee {
  readonly id: string;
  readonly email: string;
  readonly mayHaveCopies: boolean;
}

/** Where letters of these people would go as things stand: read once for all of them. When a letter is written it is looked at again (addressLetter). */
export async function readDestinations(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Destinations> {
  const found = await rows<Addressee>(
    em,
    `select p.id, p.email, ${MAY_HAVE_COPIES} as "mayHaveCopies" from person p where p.id = any ($1::uuid[])`,
    [[...personIds]],
  );
  const emails = new Map(found.map(({ id, email }) => [id, email]));
  const special = found.filter(({ mayHaveCopies }) => mayHaveCopies).map(({ id }) => id);
  const { standIns, readers } = await readCopySurroundings(em, special, now);
  const standInsOf = Map.groupBy(standIns, (standIn) => standIn.personId);
  return ({ personId, authorityIds }) => {
    const email = emails.get(personId)!;
    if (!readers.has(personId)) return [domainOf(email)];
    return planCopies({ personId, email, authorityIds }, standInsOf.get(personId) ?? [], readers).map(({ address }) => domainOf(address));
  };
}
