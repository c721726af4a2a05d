import { Clock } from '@app/kernel/clock.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { MatchingIndex } from './matching-index.js';

interface StoredBitmaps {
  revision: string;
  call_version: number;
  eligible: Buffer;
  eligible_jointly: Buffer;
  undetermined: Buffer;
}

/** Stores what a call's rule says of everybody where that differs from the last time, and passes it on. Running it twice stores the same. */
@Injectable()
export class RematchCall {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run(callId: string): Promise<void> {
    const state = await this.index.current();
    const indexed = state.calls.get(callId);
    if (!indexed) return;
    const at = this.clock.now();
    const { eligible, eligible_jointly: jointly, undetermined } = indexed.outcomes;
    const bitmaps = [eligible, jointly, undetermined].map((set) => Buffer.from(set.toBytes()));
    await this.transactions.run(systemScope('matching-index'), async (em) => {
      const last = await row<StoredBitmaps>(em, 'select * from call_outcome where call_id = $1 order by revision desc limit 1', [callId]);
      if (last && (BigInt(last.revision) > state.revision || isSame(last, indexed.call.version, bitmaps))) return;
      await rows(
        em,
        `insert into call_outcome (call_id, call_version, revision, eligible, eligible_jointly, undetermined, computed_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (call_id, revision) do nothing`,
        [callId, indexed.call.version, state.revision.toString(), ...bitmaps, at.toString()],
      );
      await this.jobs.enqueue(em, 'matches-changed', { callId });
    });
  }
}

/** Bitmaps of a longer register end in zeros where a shorter one ended. */
function isSame(last: StoredBitmaps, version: number, bitmaps: readonly Buffer[]): boolean {
  const stored = [last.eligible, last.eligible_jointly, last.undetermined];
  return last.call_version === version && stored.every((bytes, index) => trimmed(bytes).equals(trimmed(bitmaps[index]!)));
}

function trimmed(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
}
