import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import { OUTCOMES } from '../outcome.js';
import type { IndexedApplicant } from './applicant-columns.js';
import { ApplicantGeneration, type OutcomeSets } from './applicant-generation.js';
import { Bitset } from './bitset.js';

export type { OutcomeSets } from './applicant-generation.js';

/** An applicant as it is now; undefined for one that is no more. */
export interface ApplicantChange {
  readonly ordinal: number;
  readonly applicant: Applicant | undefined;
}

/** As many changes are kept beside the index; beyond them every question pays too much, and a new build is due (ADR 0010). */
const MOST_RECENT = 0.01;
const LEAST_RECENT = 16;

/** The few that changed since the build: a small index of their own, whose ordinals are places in `ordinals`. */
interface Recent {
  readonly changes: ReadonlyMap<number, Applicant | undefined>;
  readonly replaced: Bitset;
  readonly ordinals: Uint32Array;
  readonly generation: ApplicantGeneration;
}

/**
 * "This rule, all applicants" in microseconds. Says for every applicant what `evaluate` says. Never changed: a change makes the next
 * index, which shares the large columns with this one.
 */
export class ApplicantIndex {
  private constructor(
    private readonly base: ApplicantGeneration,
    private readonly named: NamedTerritories,
    private readonly recent?: Recent,
  ) {}

  /** Ordinals are distinct and not negative; gaps are fine. */
  static build(entries: readonly IndexedApplicant[], named: NamedTerritories = NO_NAMED_TERRITORIES): ApplicantIndex {
    return new ApplicantIndex(new ApplicantGeneration(entries, named), named);
  }

  /** The index after some came, went or changed; undefined where so many have since the build that a new one is due. */
  with(changed: readonly ApplicantChange[]): ApplicantIndex | undefined {
    const changes = new Map(this.recent?.changes);
    for (const { ordinal, applicant } of changed) changes.set(ordinal, applicant);
    if (changes.size > Math.max(LEAST_RECENT, this.base.size * MOST_RECENT)) return undefined;
    return new ApplicantIndex(this.base, this.named, recentOf(changes, this.base.capacity, this.named));
  }

  /** Who may apply on their own: the outcome most asked for, at less than half the price of all four. */
  eligible(rule: Criterion): Bitset {
    const bits = this.base.eligible(rule);
    return this.recent ? patched(bits, this.recent.generation.eligible(rule), this.recent) : bits;
  }

  /** Everybody in the index, each in exactly one of the four sets. */
  outcomes(rule: Criterion): OutcomeSets {
    const sets = this.base.outcomes(rule);
    const { recent } = this;
    if (!recent) return sets;
    const now = recent.generation.outcomes(rule);
    return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, patched(sets[outcome], now[outcome], recent)])) as OutcomeSets;
  }
}

function recentOf(changes: ReadonlyMap<number, Applicant | undefined>, capacity: number, named: NamedTerritories): Recent {
  const present = [...changes].flatMap(([ordinal, applicant]) => (applicant === undefined ? [] : [{ ordinal, applicant }]));
  const most = [...changes.keys()].reduce((all, ordinal) => Math.max(all, ordinal + 1), capacity);
  const places = present.map(({ applicant }, place) => ({ ordinal: place, applicant }));
  return {
    changes,
    replaced: Bitset.of(most, changes.keys()),
    ordinals: Uint32Array.from(present, ({ ordinal }) => ordinal),
    generation: new ApplicantGeneration(places, named),
  };
}

/** The set as it was built, with those who changed since standing where they stand now. */
function patched(built: Bitset, now: Bitset, { replaced, ordinals }: Recent): Bitset {
  const set = built.copy(replaced.capacity);
  set.remove(replaced);
  for (const place of now.ordinals()) set.add(ordinals[place]!);
  return set;
}
