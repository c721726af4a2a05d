import type { Applicant } from '../applicant.js';
import { type Criterion, children } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import { type Candidate, candidatesOf } from './candidate.js';
import type { Change } from './change.js';
import { covers } from './covers.js';
import { isEligibleWith } from './is-eligible-with.js';
import { likelierFirst } from './likelier-first.js';
import { waysToMeet } from './ways.js';

/** Nobody reads more; the likeliest come first. */
const MOST_CHANGES = 50;
/** So many nodes are judged at most to try the sets out: real rules, of some 20 nodes, never come near. */
const MOST_JUDGED = 200_000;

/**
 * All minimal sets of facts that would make the applicant `eligible` (issue 3, item 2), the likelier and smaller first; none if it is,
 * or if nothing can. Each is tried out: with it `isEligibleWith` holds, without any one element it does not. A set that goes further
 * than another one, in the same direction, is left out: of all populations that would do, the nearest above and below are named.
 *
 * At most 50 sets, of at most 200 ways for each node of the rule (see `waysToMeet`) and 200,000 judged nodes; beyond that the
 * likeliest that were found. The same for the same input always.
 */
export function findChanges(rule: Criterion, applicant: Applicant, named: NamedTerritories = NO_NAMED_TERRITORIES): readonly Change[] {
  const trial = new Trial(rule, applicant, named);
  if (trial.holds([])) return [];
  const candidates = likelierFirst(waysToMeet(rule, applicant, named).flatMap((way) => candidatesOf(way, applicant)));
  let kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (kept.length === MOST_CHANGES || trial.isExhausted()) break;
    if (kept.some((one) => covers(one, candidate)) || !trial.holds(candidate)) continue;
    const least = withoutSuperfluous(candidate, trial);
    if (kept.some((one) => covers(one, least))) continue;
    kept = [...kept.filter((one) => !covers(least, one)), least];
  }
  return likelierFirst(kept).map(changeOf);
}

/** Figures of several reference dates hang together, so an element may turn out to be needless only when it is tried. */
function withoutSuperfluous(candidate: Candidate, trial: Trial): Candidate {
  const shorter = candidate
    .map((part) => candidate.filter((other) => other !== part))
    .find((rest) => candidate.length > 1 && trial.holds(rest));
  return shorter === undefined ? candidate : withoutSuperfluous(shorter, trial);
}

class Trial {
  private judged = 0;
  private readonly size: number;

  constructor(
    private readonly rule: Criterion,
    private readonly applicant: Applicant,
    private readonly named: NamedTerritories,
  ) {
    this.size = sizeOf(rule);
  }

  holds(candidate: Candidate): boolean {
    this.judged += this.size;
    return isEligibleWith(this.rule, this.applicant, changeOf(candidate), this.named);
  }

  isExhausted(): boolean {
    return this.judged > MOST_JUDGED;
  }
}

function changeOf(candidate: Candidate): Change {
  return { set: candidate.map(({ element }) => element) };
}

function sizeOf(criterion: Criterion): number {
  return children(criterion).reduce((sum, child) => sum + sizeOf(child.criterion), 1);
}
