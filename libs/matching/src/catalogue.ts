import type { ApplicantIndex, OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { PatchedMap } from './patched-map.js';

/** A call that readers may see, with its outcome for every authority. */
export interface IndexedCall {
  readonly call: CallRecord;
  /** Reckoned each time it is read, in microseconds; kept for 2,500 calls it would be 14 MB (ADR 0010). Read it once, not in a loop. */
  readonly outcomes: OutcomeSets;
}

/** Published and withdrawn calls, seen through one index of the register. Never changed: a change makes the next catalogue. */
export class Catalogue {
  static empty(index: ApplicantIndex): Catalogue {
    return new Catalogue([], 0, new PatchedMap(), index);
  }

  private constructor(
    private readonly records: readonly (CallRecord | undefined)[],
    readonly size: number,
    /** Where a call stands, or stood before it was taken out. */
    private readonly ordinals: PatchedMap<number>,
    private readonly index: ApplicantIndex,
  ) {}

  /** The same calls, some of them changed; drafts are taken out. */
  with(calls: readonly CallRecord[], index: ApplicantIndex): Catalogue {
    if (calls.length === 0) return new Catalogue(this.records, this.size, this.ordinals, index);
    const records = this.records.slice();
    let { size } = this;
    for (const call of calls) {
      const isIn = records[call.ordinal] !== undefined;
      records[call.ordinal] = call.state === 'draft' ? undefined : call;
      size += Number(call.state !== 'draft') - Number(isIn);
    }
    return new Catalogue(records, size, this.ordinals.with(calls.map(({ id, ordinal }) => [id, ordinal])), index);
  }

  /** By ordinal: in the order in which they were first written. */
  *all(): Generator<CallRecord> {
    for (const call of this.records) if (call) yield call;
  }

  *keys(): Generator<string> {
    for (const { id } of this.all()) yield id;
  }

  *values(): Generator<IndexedCall> {
    for (const call of this.all()) yield this.indexed(call);
  }

  get(id: string): IndexedCall | undefined {
    const call = this.records[this.ordinals.get(id) ?? -1];
    return call?.id === id ? this.indexed(call) : undefined;
  }

  private indexed(call: CallRecord): IndexedCall {
    const { index } = this;
    return {
      call,
      get outcomes() {
        return index.outcomes(call.rule);
      },
    };
  }
}
