import type { Applicant } from '../applicant.js';
import { isKey, type NamedTerritories } from '../named-territories.js';
import { TerritorySet } from '../territory-set.js';

/** Whether an applicant is in the set; undefined where something unknown would decide. */
type SetTest = (applicant: Applicant) => boolean | undefined;

/** A set kept by editors, for thousands of questions: says what `judgeTerritory` says of it. */
export function setTest(slug: string, named: NamedTerritories): SetTest {
  let read: readonly string[] | undefined;
  let test: SetTest = () => undefined;
  return (applicant) => {
    // Looked up at the time of asking: editors change the sets.
    const entries = named.entries(slug);
    if (entries !== read) {
      read = entries;
      test = entries === undefined ? () => undefined : testOf(entries, named.except?.(slug) ?? []);
    }
    return test(applicant);
  };
}

function testOf(entries: readonly string[], except: readonly string[]): SetTest {
  const set = TerritorySet.of(entries, except);
  const hasPlaces = !entries.every(isKey);
  const hasKeys = entries.some(isKey);
  const exceptKeys = except.some(isKey);
  const byPlace: SetTest = ({ territory }) => {
    if (!hasPlaces) return false;
    return territory === undefined ? undefined : set.holdsTerritory(territory);
  };
  return (applicant) => {
    if (applicant.key !== undefined) return set.holdsKey(applicant.key) ?? byPlace(applicant);
    const isIn = byPlace(applicant);
    // Whoever has no key may be any of those that are mentioned by theirs.
    return (isIn === true ? exceptKeys : hasKeys) ? undefined : isIn;
  };
}
