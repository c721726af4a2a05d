import type { Locale } from '@app/kernel/locale.js';
import type { StandIn } from '@app/tracking/absence/stand-ins.query.js';

/** A letter on its way to one address. */
export interface Copy {
  readonly personId: string;
  readonly address: string;
  /** It goes to somebody who stands in for the letter's person … */
  readonly deputy: boolean;
  /** … who is away until then: "2014-08-15". */
  readonly absentUntil: string | null;
  /** What of the letter it tells: the part that concerns these authorities. */
  readonly authorityIds: readonly string[];
}

/** Whoever may get a copy, with the addresses that letters to them go to today. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly language: Locale;
  /** Proven, chosen and not suspended. */
  readonly addresses: readonly string[];
  /** They want no letters at all. */
  readonly isStopped: boolean;
}

export interface ToAddress {
  readonly personId: string;
  /** Where the letter goes when nothing else is known. */
  readonly email: string;
  /** Of what stands in the letter; null: it concerns the person alone. */
  readonly authorityIds: readonly (string | null)[];
}

/**
 * Who gets which part of a letter today. A deputy who has left, is away as well, has stopped letters or has no working address is none: the
 * letter comes to its person then. There are no chains, so nobody gets letters of somebody they have not agreed to stand in for.
 */
export function planCopies(letter: ToAddress, standIns: readonly StandIn[], readers: ReadonlyMap<string, Reader>): Copy[] {
  const authorityIds = letter.authorityIds.filter((id) => id !== null);
  const away = standIns.filter(
    (standIn) => standIn.personId === letter.personId && authorityIds.includes(standIn.authorityId) && isUsable(standIn, readers),
  );
  const addresses = readers.get(letter.personId)?.addresses ?? [];
  const others = new Set(away.filter(({ alsoToMe }) => !alsoToMe || addresses.length === 0).map(({ authorityId }) => authorityId));
  const own = authorityIds.filter((id) => !others.has(id));
  const isTheirs = own.length > 0 || letter.authorityIds.includes(null);
  const toSelf = { personId: letter.personId, deputy: false, absentUntil: null, authorityIds: own };
  const copies = isTheirs ? (addresses.length > 0 ? addresses : [letter.email]).map((address): Copy => ({ ...toSelf, address })) : [];
  return [...copies, ...deputyCopies(away, readers)];
}

function deputyCopies(away: readonly StandIn[], readers: ReadonlyMap<string, Reader>): Copy[] {
  return [...Map.groupBy(away, ({ deputyId }) => deputyId)].flatMap(([personId, standIns]) => {
    const authorityIds = standIns.map(({ authorityId }) => authorityId);
    const absentUntil = standIns.map(({ until }) => until).toSorted()[0]!;
    return readers.get(personId)!.addresses.map((address): Copy => ({ personId, address, deputy: true, absentUntil, authorityIds }));
  });
}

function isUsable({ deputyId, deputyActs, deputyIsAbsent }: StandIn, readers: ReadonlyMap<string, Reader>): boolean {
  const deputy = readers.get(deputyId);
  return deputyActs && !deputyIsAbsent && deputy !== undefined && !deputy.isStopped && deputy.addresses.length > 0;
}

/** The letter goes to its person's own address alone, as most do: nothing has to be kept of that. */
export function isPlain(copies: readonly Copy[], { personId, email }: ToAddress): boolean {
  const [only, ...more] = copies;
  return more.length === 0 && only?.personId === personId && only.address.toLowerCase() === email.toLowerCase();
}

/** Whether a part of the letter (of an authority; null: of the person alone) is told in the copy. */
export function concerns({ deputy, authorityIds }: Copy, authorityId: string | null): boolean {
  return authorityId === null ? !deputy : authorityIds.includes(authorityId);
}

/** What failed for good at a deputy and reached nobody else: it comes to the person after all. */
export function unread(copies: readonly (Copy & { readonly state: string })[]): string[] {
  const reached = new Set(copies.filter(({ state }) => state !== 'failed').flatMap(({ authorityIds }) => authorityIds));
  const failed = copies.filter(({ state, deputy }) => state === 'failed' && deputy).flatMap(({ authorityIds }) => authorityIds);
  return [...new Set(failed)].filter((id) => !reached.has(id));
}
