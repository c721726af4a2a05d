import { type Criterion, hasJointApplication } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import type { Outcome } from '../outcome.js';
import { ApplicantColumns, type IndexedApplicant } from './applicant-columns.js';
import { bitsOfRule } from './bits-of-rule.js';
import type { Bitset } from './bitset.js';

export type OutcomeSets = Readonly<Record<Outcome, Bitset>>;

/** Applicants that came into the index together: leaves are bitmaps, connectives are word operations on them. */
export class ApplicantGeneration {
  private readonly columns: ApplicantColumns;

  constructor(
    entries: readonly IndexedApplicant[],
    private readonly named: NamedTerritories = NO_NAMED_TERRITORIES,
  ) {
    this.columns = new ApplicantColumns(entries);
  }

  get size(): number {
    return this.columns.everyone.count();
  }

  get capacity(): number {
    return this.columns.everyone.capacity;
  }

  /** Who may apply on their own: the outcome most asked for, at a third of the price of all four. */
  eligible(rule: Criterion): Bitset {
    return this.bits(rule, 'met', 'alone');
  }

  /** Everybody of this generation, each in exactly one of the four sets. */
  outcomes(rule: Criterion): OutcomeSets {
    const { everyone, nobody } = this.columns;
    const eligible = this.eligible(rule);
    const refused = this.bits(rule, 'unmet', 'alone');
    const isJoint = hasJointApplication(rule);
    const jointly = isJoint ? refused.and(this.bits(rule, 'met', 'jointly')) : nobody;
    const ineligible = isJoint ? refused.and(this.bits(rule, 'unmet', 'jointly')) : refused;
    return { eligible, eligible_jointly: jointly, ineligible, undetermined: everyone.minus(eligible, jointly, ineligible) };
  }

  private bits(rule: Criterion, wanted: 'met' | 'unmet', reading: 'alone' | 'jointly'): Bitset {
    return bitsOfRule(rule, { wanted, reading, columns: this.columns, named: this.named });
  }
}
