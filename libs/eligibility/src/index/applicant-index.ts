import { type Criterion, hasJointApplication, isLeaf } from '../criterion.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '../named-territories.js';
import type { Outcome } from '../outcome.js';
import { ApplicantColumns, type IndexedApplicant } from './applicant-columns.js';
import type { Bitset } from './bitset.js';
import { leafSets, type VerdictSets } from './leaf-sets.js';

export type OutcomeSets = Readonly<Record<Outcome, Bitset>>;

/** The two readings of contract §3: applying alone, or as a possible member of a joint application. */
type Reading = 'alone' | 'jointly';

/**
 * "This rule, all applicants" in microseconds: leaves are pairs of bitmaps (met, unmet), connectives are word operations on them.
 * Says for every applicant what `evaluate` says; never changed, a change of the register makes a new one.
 */
export class ApplicantIndex {
  private constructor(
    private readonly columns: ApplicantColumns,
    private readonly named: NamedTerritories,
  ) {}

  /** Ordinals are distinct and not negative; gaps are fine. */
  static build(entries: readonly IndexedApplicant[], named: NamedTerritories = NO_NAMED_TERRITORIES): ApplicantIndex {
    return new ApplicantIndex(new ApplicantColumns(entries), named);
  }

  /** Everybody in the index, each in exactly one of the four sets. */
  outcomes(rule: Criterion): OutcomeSets {
    const alone = this.sets(rule, 'alone');
    if (!hasJointApplication(rule)) return this.inFour(alone.met, this.columns.nobody, alone.unmet);
    const jointly = this.sets(rule, 'jointly');
    return this.inFour(alone.met, alone.unmet.and(jointly.met), alone.unmet.and(jointly.unmet));
  }

  private inFour(eligible: Bitset, eligibleJointly: Bitset, ineligible: Bitset): OutcomeSets {
    const undetermined = this.columns.everyone.minus(eligible, eligibleJointly, ineligible);
    return { eligible, eligible_jointly: eligibleJointly, ineligible, undetermined };
  }

  private sets(criterion: Criterion, reading: Reading): VerdictSets {
    if (isLeaf(criterion)) return leafSets(criterion, this.columns, this.named);
    if ('allOf' in criterion) return this.combined(criterion.allOf, reading, both) ?? this.all();
    if ('anyOf' in criterion) return this.combined(criterion.anyOf, reading, either) ?? swapped(this.all());
    if ('not' in criterion) return swapped(this.sets(criterion.not, reading));
    if (reading === 'alone') return swapped(this.all());
    const { eachMember, lead } = criterion.jointApplication;
    const member = eachMember === undefined ? this.all() : this.sets(eachMember, reading);
    return lead === undefined ? member : either(member, this.sets(lead, reading));
  }

  /** Undefined for none. */
  private combined(criteria: readonly Criterion[], reading: Reading, combine: (a: VerdictSets, b: VerdictSets) => VerdictSets) {
    const [first, ...rest] = criteria;
    if (first === undefined) return undefined;
    return rest.reduce((sets, criterion) => combine(sets, this.sets(criterion, reading)), this.sets(first, reading));
  }

  private all(): VerdictSets {
    return { met: this.columns.everyone, unmet: this.columns.nobody };
  }
}

function both(a: VerdictSets, b: VerdictSets): VerdictSets {
  return { met: a.met.and(b.met), unmet: a.unmet.or(b.unmet) };
}

function either(a: VerdictSets, b: VerdictSets): VerdictSets {
  return { met: a.met.or(b.met), unmet: a.unmet.and(b.unmet) };
}

function swapped({ met, unmet }: VerdictSets): VerdictSets {
  return { met: unmet, unmet: met };
}
