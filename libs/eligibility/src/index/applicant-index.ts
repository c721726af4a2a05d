import type { Applicant } from '../applicant.js';
import type { Criterion } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import type { IndexedApplicant } from './applicant-columns.js';
import { ApplicantGeneration, type OutcomeSets } from './applicant-generation.js';
import { ApplicantLayer } from './applicant-layer.js';
import type { Bitset } from './bitset.js';

export type { OutcomeSets } from './applicant-generation.js';

/** An applicant as it is now; undefined for one that is no more. */
export interface ApplicantChange {
  readonly ordinal: number;
  readonly applicant: Applicant | undefined;
}

/** As many changes are kept over the build; beyond them every question pays too much, and a new build is due (ADR 0010). */
const MOST_CHANGES = 0.01;
const LEAST_CHANGES = 16;
/** The newest changes lie in a layer of their own, so that not all of them are indexed again with each. */
const NEWEST = 12;

/**
 * "This rule, all applicants" in microseconds. Says for every applicant what `evaluate` says. Never changed: a change makes the next
 * index, which shares the large columns with this one.
 */
export class ApplicantIndex {
  private constructor(
    private readonly base: ApplicantGeneration,
    private readonly named: NamedTerritories,
    private readonly layers: { readonly older?: ApplicantLayer; readonly newest?: ApplicantLayer } = {},
  ) {}

  /** Ordinals are distinct and not negative; gaps are fine. */
  static build(entries: readonly IndexedApplicant[], named: NamedTerritories = NO_NAMED_TERRITORIES): ApplicantIndex {
    return new ApplicantIndex(new ApplicantGeneration(entries, named), named);
  }

  /** The index after some came, went or changed; undefined where so many have since the build that a new one is due. */
  with(changed: readonly ApplicantChange[]): ApplicantIndex | undefined {
    if (changed.length === 0) return this;
    const { older, newest } = this.layers;
    const latest = new Map([...(newest?.changes ?? []), ...changed.map(({ ordinal, applicant }) => [ordinal, applicant] as const)]);
    const all = new Map([...(older?.changes ?? []), ...latest]);
    if (all.size > Math.max(LEAST_CHANGES, this.base.size * MOST_CHANGES)) return undefined;
    const layers =
      latest.size > NEWEST
        ? { older: new ApplicantLayer(all, this.named) }
        : { ...(older && { older }), newest: new ApplicantLayer(latest, this.named) };
    return new ApplicantIndex(this.base, this.named, layers);
  }

  /** Who may apply on their own: the outcome most asked for, at less than half the price of all four. */
  eligible(rule: Criterion): Bitset {
    const { older, newest } = this.layers;
    const built = this.base.eligible(rule);
    const later = older ? older.eligible(built, rule) : built;
    return newest ? newest.eligible(later, rule) : later;
  }

  /** Everybody in the index, each in exactly one of the four sets. */
  outcomes(rule: Criterion): OutcomeSets {
    const { older, newest } = this.layers;
    const built = this.base.outcomes(rule);
    const later = older ? older.outcomes(built, rule) : built;
    return newest ? newest.outcomes(later, rule) : later;
  }
}
