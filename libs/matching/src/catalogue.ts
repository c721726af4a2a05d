import type { ApplicantIndex, OutcomeSets } from '@app/eligibility/index/applicant-index.js';
import type { CallRecord } from '@app/funding/call-record.js';

/** A call that readers may see, with its outcome for every authority. */
export interface IndexedCall {
  readonly call: CallRecord;
  /** Reckoned each time it is read, in microseconds; kept for 2,500 calls it would be 14 MB (ADR 0010). Read it once, not in a loop. */
  readonly outcomes: OutcomeSets;
}

/** Published and withdrawn calls by id, seen through one index of the register. */
export class Catalogue {
  constructor(
    private readonly records: ReadonlyMap<string, CallRecord>,
    private readonly index: ApplicantIndex,
  ) {}

  get size(): number {
    return this.records.size;
  }

  keys(): IterableIterator<string> {
    return this.records.keys();
  }

  get(id: string): IndexedCall | undefined {
    const call = this.records.get(id);
    return call && this.indexed(call);
  }

  *values(): Generator<IndexedCall> {
    for (const call of this.records.values()) yield this.indexed(call);
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
