import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import type { Applicant } from '@app/eligibility/applicant.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { ApplicantIndex, type OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import { RuleIndex } from '@app/eligibility/index/rule-index.js';
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
}

/**
 * Register and catalogue in memory, as of one index revision and one day. Never changed: a change makes the next state, so a reader
 * that has begun keeps a whole picture. Small changes share both indexes with the state before (ADR 0010).
 */
export class MatchingState {
  /** Published and withdrawn calls; drafts are not in here. */
  readonly calls: Catalogue;

  private constructor(
    readonly revision: bigint,
    private readonly register: Register,
    private readonly applicants: ApplicantIndex,
    private readonly records: ReadonlyMap<string, CallRecord>,
    private readonly rules: RuleIndex,
  ) {
    this.calls = new Catalogue(records, applicants);
  }

  static empty(day: string): MatchingState {
    return new MatchingState(-1n, Register.empty(day), ApplicantIndex.build([]), new Map(), RuleIndex.build([]));
  }

  /** The state after some authorities and calls have changed, or another day has begun. */
  advance({ revision, day, authorities, calls }: StateChange): MatchingState {
    const { register, changed } = this.register.advance(day, authorities);
    const applicants = changed.length === 0 ? this.applicants : this.applicantsAfter(register, changed);
    if (calls.length === 0) return new MatchingState(revision, register, applicants, this.records, this.rules);
    const records = new Map(this.records);
    const readable = calls.filter(({ state }) => state !== 'draft');
    for (const { id, state } of calls) if (state === 'draft') records.delete(id);
    for (const call of readable) records.set(call.id, call);
    const rules = this.rules.with(readable) ?? RuleIndex.build([...records.values()]);
    return new MatchingState(revision, register, applicants, records, rules);
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

  private applicantsAfter(register: Register, changed: readonly number[]): ApplicantIndex {
    const changes = changed.map((ordinal) => {
      const authority = register.get(ordinal);
      return { ordinal, applicant: authority && applicantOf(authority) };
    });
    return (
      this.applicants.with(changes) ??
      ApplicantIndex.build([...register.values()].map((authority) => ({ ordinal: authority.ordinal, applicant: applicantOf(authority) })))
    );
  }
}
