import { readStandIns } from '@app/tracking/absence/stand-ins.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { domainOf } from '../letter-limits.js';
import { planCopies, type ToAddress } from './copy.js';
import { readReaders } from './readers.query.js';

/** The receiving domains of a letter, one for each of its copies. */
export type Destinations = (letter: Omit<ToAddress, 'email'>) => string[];

/** Where letters of these people would go as things stand: read once for all of them. When a letter is written it is looked at again (addressLetter). */
export async function readDestinations(em: EntityManager, personIds: readonly string[], now: Temporal.Instant): Promise<Destinations> {
  const standIns = Map.groupBy(await readStandIns(em, personIds, now), ({ personId }) => personId);
  const deputies = [...standIns.values()].flat().map(({ deputyId }) => deputyId);
  const readers = await readReaders(em, [...personIds, ...deputies]);
  return ({ personId, authorityIds }) => {
    const { email } = readers.get(personId)!;
    const copies = planCopies({ personId, email, authorityIds }, standIns.get(personId) ?? [], readers);
    return copies.map(({ address }) => domainOf(address));
  };
}
