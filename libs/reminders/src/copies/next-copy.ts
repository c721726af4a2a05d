import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClaimedLetter } from '../letter-state.js';
import { concerns, isPlain, planCopies, type Reader } from './copy.js';
import { endCopy, lockLetter, planAnew, readCopies, type StoredCopy } from './copy-state.js';
import { readCopySurroundings } from './copy-surroundings.query.js';
import { readReaders } from './readers.query.js';

/** A claimed letter as it goes to one reader. */
export interface AddressedLetter extends ClaimedLetter {
  /** Whose links stand in it. */
  readonly readerId: string;
  /** Absent: it goes to its person's own address alone. */
  readonly copy?: StoredCopy;
  /** Who is away, where the reader stands in for them. */
  readonly standsInFor?: { readonly name: string; readonly until: Temporal.PlainDate };
}

/**
 * To whom a claimed letter goes next. `authorityIds`: of what is still right in it. Undefined: nobody waits for it any more. Once
 * something has become of one copy it stays decided who else gets one; until then it follows absences and addresses.
 */
export async function addressLetter(
  em: EntityManager,
  letter: ClaimedLetter,
  authorityIds: readonly (string | null)[],
  now: Temporal.Instant,
): Promise<AddressedLetter | undefined> {
  if (!letter.mayHaveCopies) return { ...letter, readerId: letter.personId };
  const { personId, email } = letter;
  const before = await readCopies(em, letter.id);
  if (before.some(({ state }) => state === 'sent' || state === 'failed')) return firstWaiting({ em, letter, authorityIds, now }, before);
  const toAddress = { personId, email, authorityIds };
  const { standIns, readers } = await readCopySurroundings(em, [personId], now);
  const copies = planCopies(toAddress, standIns, readers);
  const { refusals } = (await lockLetter(em, letter.id))!;
  const planned = await planAnew(em, letter.id, isPlain(copies, toAddress) ? [] : copies, refusals);
  return isPlain(copies, toAddress) ? { ...letter, readerId: personId } : firstWaiting({ em, letter, authorityIds, now }, planned);
}

interface Addressing {
  readonly em: EntityManager;
  readonly letter: ClaimedLetter;
  readonly authorityIds: readonly (string | null)[];
  readonly now: Temporal.Instant;
}

async function firstWaiting(
  { em, letter, authorityIds, now }: Addressing,
  copies: readonly StoredCopy[],
): Promise<AddressedLetter | undefined> {
  for (const copy of copies.filter(({ state }) => state === 'waiting')) {
    if (authorityIds.some((id) => concerns(copy, id))) return addressed(letter, copy, await readReaders(em, [copy.personId]));
    await endCopy(em, { letterId: letter.id, ...copy }, { state: 'dropped', response: null, at: now });
  }
  return undefined;
}

function addressed(letter: ClaimedLetter, copy: StoredCopy, readers: ReadonlyMap<string, Reader>): AddressedLetter {
  const { name, language } = readers.get(copy.personId)!;
  const until = copy.deputy && copy.absentUntil !== null ? Temporal.PlainDate.from(copy.absentUntil) : undefined;
  return {
    ...letter,
    readerId: copy.personId,
    name,
    language,
    email: copy.address,
    copy,
    ...(until && { standsInFor: { name: letter.name, until } }),
  };
}
