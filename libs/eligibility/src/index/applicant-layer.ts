import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import type { NamedTerritories } from '../named-territories.js';
import { OUTCOMES } from '../outcome.js';
import { ApplicantGeneration, type OutcomeSets } from './applicant-generation.js';
import { Bitset } from './bitset.js';

/** By ordinal: applicants as they are now, undefined for those who are no more. */
export type Changes = ReadonlyMap<number, Applicant | undefined>;

/** A few that changed after the build, laid over it: a small index of their own, whose ordinals are places in `ordinals`. */
export class ApplicantLayer {
  private readonly replaced: Bitset;
  private readonly ordinals: readonly number[];
  private readonly generation: ApplicantGeneration;

  constructor(
    readonly changes: Changes,
    named: NamedTerritories,
  ) {
    const present = [...changes].filter((change): change is [number, Applicant] => change[1] !== undefined);
    this.ordinals = present.map(([ordinal]) => ordinal);
    this.replaced = Bitset.of(Math.max(...changes.keys()) + 1, changes.keys());
    this.generation = new ApplicantGeneration(
      present.map(([, applicant], place) => ({ ordinal: place, applicant })),
      named,
    );
  }

  eligible(below: Bitset, rule: Criterion): Bitset {
    return this.over(below, this.generation.eligible(rule));
  }

  outcomes(below: OutcomeSets, rule: Criterion): OutcomeSets {
    const own = this.generation.outcomes(rule);
    return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, this.over(below[outcome], own[outcome])])) as OutcomeSets;
  }

  /** The set below, with those who changed standing where they stand now. */
  private over(below: Bitset, own: Bitset): Bitset {
    const set = below.copy(this.replaced.capacity);
    set.remove(this.replaced);
    for (const place of own.ordinals()) set.add(this.ordinals[place]!);
    return set;
  }
}
