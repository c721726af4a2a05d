import { isKey } from '../named-territories.js';
import type { ApplicantColumns } from './applicant-columns.js';
import type { Bitset } from './bitset.js';
import type { LeafBits } from './leaf-bits.js';

/** Who is in a set out of which something was taken: says of everybody what `judgeTerritory` says of one. */
export function setBits(entries: readonly string[], except: readonly string[], columns: ApplicantColumns): LeafBits {
  const byPlace = placeBits(entries, except, columns);
  const keyedOnly = except.some(isKey);
  const met = keyedOnly ? byPlace.and(columns.keyed) : byPlace.copy();
  let known = columns.everyone;
  if (!entries.every(isKey)) known = known.and(columns.territories.known);
  if (entries.some(isKey)) known = known.and(columns.keyed);
  // Whoever has no key may be one of those that are taken out by theirs.
  known = keyedOnly ? known.minus(byPlace.minus(columns.keyed)) : known.copy();
  const out = keyBits(except, columns);
  met.remove(out);
  return { met: met.or(keyBits(entries, columns)), known: known.or(out) };
}

/** From the coarse to the fine, so that the finest one has the last word. */
function placeBits(entries: readonly string[], except: readonly string[], columns: ApplicantColumns): Bitset {
  const bits = columns.nobody.copy();
  const marks = [...entries.map((place) => ({ place, isIn: true })), ...except.map((place) => ({ place, isIn: false }))];
  for (const { place, isIn } of marks.filter((mark) => !isKey(mark.place)).sort((a, b) => a.place.length - b.place.length)) {
    const inside = columns.territories.inside(place);
    if (isIn) bits.addAll(inside);
    else bits.remove(inside);
  }
  return bits;
}

function keyBits(places: readonly string[], columns: ApplicantColumns): Bitset {
  const bits = columns.nobody.copy();
  for (const key of places.filter(isKey)) columns.addKey(bits, key);
  return bits;
}
