import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { NamedTerritoryChange } from '@app/authorities/territories/named-territories.query.js';
import { namedTerritoriesOn } from '@app/authorities/territories/named-territories-on.js';
import type { NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import type { Applicant } from '@app/eligibility/applicant.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { ApplicantIndex, type OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import { RuleIndex } from '@app/eligibility/index/rule-index.js';
import { type NamedTerritories, NO_NAMED_TERRITORIES } from '@app/eligibility/named-territories.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { Catalogue } from './catalogue.js';
import { Register } from './register.js';

export type { IndexedCall } from './catalogue.js';

export interface StateChange {
  readonly revision: bigint;
  /** The day on which the authorities in the index are valid. */
  readonly day: string;
  readonly authorities: readonly AuthorityView[];
  readonly calls: readonly CallRecord[];
  /** Sets of territories that were changed, made or removed. */
  readonly named?: readonly NamedTerritoryChange[];
}

/**
 * Register and catalogue in memory, as of one index revision and one day. Never changed: a change makes the next state, so a reader
 * that has begun keeps a whole picture. Small changes share both indexes with the state before (ADR 0010).
 */
export class MatchingState {
  private constructor(
    readonly revision: bigint,
    private readonly register: Register,
    private readonly applicants: ApplicantIndex,
    /** Published and withdrawn calls; drafts are not in here. */
    readonly calls: Catalogue,
    private readonly rules: RuleIndex,
    /** The sets of territories that editors keep, by slug, whether in force today or not. */
    readonly namedTerritories: ReadonlyMap<string, NamedTerritoryView>,
    /** What the sets hold today. */
    readonly named: NamedTerritories,
  ) {}

  static empty(day: string): MatchingState {
    const nobody = ApplicantIndex.build([]);
    const rules = RuleIndex.build([]);
    return new MatchingState(-1n, Register.empty(day), nobody, Catalogue.empty(nobody), rules, new Map(), NO_NAMED_TERRITORIES);
  }

  /** The state after some authorities, calls and sets have changed, or another day has begun. */
  advance({ named = [], ...change }: StateChange): MatchingState {
    const setsMove = named.length > 0 || (change.day !== this.day && this.namedTerritories.size > 0);
    return (setsMove ? this.rebuilt(change.day, named) : this).moved(change);
  }

  private moved({ revision, day, authorities, calls }: StateChange): MatchingState {
    const { register, changed } = this.register.advance(day, authorities);
    const applicants = changed.length === 0 ? this.applicants : this.applicantsAfter(register, changed);
    const catalogue = this.calls.with(calls, applicants);
    const rules = calls.length === 0 ? this.rules : (this.rules.with(calls) ?? RuleIndex.build([...catalogue.all()], this.named));
    return new MatchingState(revision, register, applicants, catalogue, rules, this.namedTerritories, this.named);
  }

  get day(): string {
    return this.register.day;
  }

  /** Every authority that is valid today, by ordinal. */
  get authorities(): Pick<Register, 'get' | 'values' | 'size'> {
    return this.register;
  }

  authority(key: string): AuthorityView | undefined {
    return this.register.withKey(key);
  }

  /** What a rule says of every authority, whether it is published or not. */
  outcomesOf(rule: Criterion): OutcomeSets {
    return this.applicants.outcomes(rule);
  }

  /** What every call says of one applicant, registered or imagined: thousands of calls in a fraction of a millisecond. */
  outcomesFor(applicant: Applicant): (call: Pick<CallRecord, 'ordinal'>) => Outcome {
    const outcomes = this.rules.outcomes(applicant);
    return ({ ordinal }) => outcomes(ordinal);
  }

  /** The same authorities and calls, with other sets or on another day. */
  private rebuilt(day: string, named: readonly NamedTerritoryChange[]): MatchingState {
    const sets = new Map(this.namedTerritories);
    for (const change of named) change.removed ? sets.delete(change.slug) : sets.set(change.slug, change.set);
    const resolved = namedTerritoriesOn(sets, day);
    const { register } = this.register.advance(day, []);
    const applicants = indexOf(register, resolved);
    const rules = RuleIndex.build([...this.calls.all()], resolved);
    return new MatchingState(this.revision, register, applicants, this.calls.with([], applicants), rules, sets, resolved);
  }

  private applicantsAfter(register: Register, changed: readonly number[]): ApplicantIndex {
    const changes = changed.map((ordinal) => {
      const authority = register.get(ordinal);
      return { ordinal, applicant: authority && applicantOf(authority) };
    });
    return this.applicants.with(changes) ?? indexOf(register, this.named);
  }
}

function indexOf(register: Register, named: NamedTerritories): ApplicantIndex {
  const entries = [...register.values()].map((authority) => ({ ordinal: authority.ordinal, applicant: applicantOf(authority) }));
  return ApplicantIndex.build(entries, named);
}
