import { type Applicant, figureFor } from '../applicant.js';
import { type GroupTally, tallyOf, withMember } from './group-tally.js';
import { type JoiningPlan, type Known, type MemberProfile, profileOf } from './joining-plan.js';
import { NEARNESSES, type Nearness, nearness } from './nearness.js';
import { ANYBODY, couldBeEligible } from './prospect.js';

/** Somebody who may join: the applicant as rules see it, its key, and the municipal association it belongs to. */
export interface Candidate {
  readonly key: string;
  readonly association?: string;
  readonly applicant: Applicant;
}

/** A candidate as the search sees it. */
export interface Partner {
  readonly candidate: Candidate;
  readonly profile: MemberProfile;
  readonly nearness: Nearness;
  /** How unlike in size: the larger figure through the smaller one, from 1; infinite without a figure. */
  readonly unlikeness: number;
}

export interface Around {
  readonly own: GroupTally;
  /** Those who could be in an eligible group with the applicant, by ring. */
  readonly rings: ReadonlyMap<Nearness, readonly Partner[]>;
}

/** Leaves out at once whoever would spoil every group; of 11,400 authorities that is most. */
export function lookAround(plan: JoiningPlan, self: Candidate, candidates: Iterable<Candidate>, known: Known): Around {
  const own = tallyOf(profileOf(plan, self.applicant, known));
  const size = figureFor(undefined, self.applicant.population)?.value ?? 0;
  const rings = new Map<Nearness, Partner[]>(NEARNESSES.map((ring) => [ring, []]));
  if (!couldBeEligible(plan, own, ANYBODY)) return { own, rings };
  for (const candidate of candidates) {
    if (candidate.key === self.key) continue;
    const profile = profileOf(plan, candidate.applicant, known);
    if (!couldBeEligible(plan, withMember(own, profile), ANYBODY)) continue;
    const ring = nearness(placeOf(self), placeOf(candidate));
    rings.get(ring)!.push({ candidate, profile, nearness: ring, unlikeness: unlikeness(size, profile.population) });
  }
  return { own, rings };
}

/** The nearest first, of those the most alike; where nothing tells them apart, in the order of keys. */
export function byNearness(a: Partner, b: Partner): number {
  if (a.nearness !== b.nearness) return NEARNESSES.indexOf(a.nearness) - NEARNESSES.indexOf(b.nearness);
  if (a.unlikeness !== b.unlikeness) return a.unlikeness < b.unlikeness ? -1 : 1;
  return a.candidate.key < b.candidate.key ? -1 : 1;
}

/** One is added to both, so that an authority without inhabitants has a size as well. */
function unlikeness(size: number, other: number | undefined): number {
  return other === undefined ? Number.POSITIVE_INFINITY : (Math.max(size, other) + 1) / (Math.min(size, other) + 1);
}

function placeOf({ association, applicant }: Candidate) {
  return { association, territory: applicant.territory };
}
