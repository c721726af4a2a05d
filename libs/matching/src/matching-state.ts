import { type AuthorityView, applicantOf, isValidOn } from '@app/authorities/authority-view.js';
import type { Criterion } from '@app/eligibility/criterion.js';
import { ApplicantIndex, type OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import type { CallRecord } from '@app/funding/call-record.js';

/** A call that readers may see, with its outcome for every authority. */
export interface IndexedCall {
  readonly call: CallRecord;
  readonly outcomes: OutcomeSets;
}

/**
 * Register and catalogue in memory, as of one index revision and one day. Never changed: a change makes the next state, so a reader
 * that has begun keeps a whole picture.
 */
export class MatchingState {
  private constructor(
    readonly revision: bigint,
    /** The day on which the authorities in the index are valid. */
    readonly day: string,
    private readonly everyAuthority: ReadonlyMap<number, AuthorityView>,
    private readonly validByOrdinal: ReadonlyMap<number, AuthorityView>,
    private readonly ordinalByKey: ReadonlyMap<string, number>,
    private readonly index: ApplicantIndex,
    private readonly everyCall: ReadonlyMap<string, IndexedCall>,
  ) {}

  static empty(day: string): MatchingState {
    return new MatchingState(-1n, day, new Map(), new Map(), new Map(), ApplicantIndex.build([]), new Map());
  }

  /** The state after some authorities and calls have changed, or another day has begun. */
  advance(change: { revision: bigint; day: string; authorities: readonly AuthorityView[]; calls: readonly CallRecord[] }): MatchingState {
    const registerMoves = change.authorities.length > 0 || change.day !== this.day || this.revision < 0n;
    const everyAuthority = new Map(this.everyAuthority);
    for (const authority of change.authorities) everyAuthority.set(authority.ordinal, authority);
    const valid = registerMoves
      ? new Map([...everyAuthority].filter(([, authority]) => isValidOn(authority, change.day)).sort(([a], [b]) => a - b))
      : this.validByOrdinal;
    const index = registerMoves
      ? ApplicantIndex.build([...valid.values()].map((authority) => ({ ordinal: authority.ordinal, applicant: applicantOf(authority) })))
      : this.index;
    const byKey = registerMoves ? new Map([...valid.values()].map((authority) => [authority.key, authority.ordinal])) : this.ordinalByKey;
    const calls = new Map(this.everyCall);
    if (registerMoves) for (const [id, { call }] of calls) calls.set(id, { call, outcomes: index.outcomes(call.rule) });
    for (const call of change.calls) {
      if (call.state === 'draft') calls.delete(call.id);
      else calls.set(call.id, { call, outcomes: index.outcomes(call.rule) });
    }
    return new MatchingState(change.revision, change.day, everyAuthority, valid, byKey, index, calls);
  }

  /** Every authority that is valid today, by ordinal. */
  get authorities(): ReadonlyMap<number, AuthorityView> {
    return this.validByOrdinal;
  }

  authority(key: string): AuthorityView | undefined {
    const ordinal = this.ordinalByKey.get(key);
    return ordinal === undefined ? undefined : this.validByOrdinal.get(ordinal);
  }

  /** Published and withdrawn calls; drafts are not in here. */
  get calls(): ReadonlyMap<string, IndexedCall> {
    return this.everyCall;
  }

  /** What a rule that is not published says of every authority: for drafts. */
  outcomesOf(rule: Criterion): OutcomeSets {
    return this.index.outcomes(rule);
  }
}
