import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import { type Candidate, candidatesOf, without } from './candidate.js';
import type { Change } from './change.js';
import { covers } from './covers.js';
import { likelierFirst } from './likelier-first.js';
import { changeOf, Trial } from './trial.js';
import { type Way, waysToMeet } from './ways.js';

/** Nobody reads more; the likeliest come first. */
const MOST_CHANGES = 50;
/** Solving a way costs the square of its conditions, and each of its places and keys so many judgements of others. */
const MOST_WORK = 1_000_000;
const WORK_OF_A_PLACE = 10;

/**
 * All minimal sets of facts that would make the applicant `eligible` (issue 3, item 2), the likelier and smaller first; none if it is,
 * or if nothing can. Each is tried out: with it `isEligibleWith` holds, without any one element it does not. A set that goes further
 * than another one, in the same direction, is left out: of all populations that would do, the nearest above and below are named.
 *
 * Bounded: at most 50 sets of at most 200 ways for each node (`waysToMeet`), tried on at most 200,000 nodes; of a rule so large the
 * likeliest that were found, and of one of more than 500 nodes none. Real rules have some 20. The same for the same input always.
 */
export function findChanges(rule: Criterion, applicant: Applicant, named: NamedTerritories = NO_NAMED_TERRITORIES): readonly Change[] {
  const trial = new Trial(rule, applicant, named);
  if (trial.isTooLarge() || trial.holds([])) return [];
  let kept: Candidate[] = [];
  for (const candidate of likelierFirst(candidates(waysToMeet(rule, applicant, named), applicant))) {
    if (kept.length === MOST_CHANGES || trial.isExhausted()) break;
    if (kept.some((one) => covers(one, candidate)) || !trial.holds(candidate)) continue;
    const least = withoutSuperfluous(candidate, trial);
    if (trial.isExhausted() || kept.some((one) => covers(one, least))) continue;
    kept = [...kept.filter((one) => !covers(least, one)), least];
  }
  return likelierFirst(kept).map(changeOf);
}

function candidates(ways: readonly Way[], applicant: Applicant): Candidate[] {
  let work = 0;
  return ways.flatMap((way) => {
    work += way.conditions.length ** 2;
    for (const { demand } of way.conditions) work += demand.kind === 'place' ? demand.entries.length * WORK_OF_A_PLACE : 0;
    return work > MOST_WORK ? [] : candidatesOf(way, applicant);
  });
}

/** Figures of several reference dates hang together, so an element may turn out to be needless only when it is tried. */
function withoutSuperfluous(candidate: Candidate, trial: Trial): Candidate {
  for (const element of changeOf(candidate).set) {
    const shorter = without(candidate, element);
    if (trial.isExhausted()) return candidate;
    if (shorter.length > 0 && trial.holds(shorter)) return withoutSuperfluous(shorter, trial);
  }
  return candidate;
}
