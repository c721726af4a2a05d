import { Clock } from '@app/kernel/clock.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { MatchingIndex } from './matching-index.js';

/** Stores what a call's rule says of everybody, and passes on that it changed. Running it twice stores the same. */
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
    await this.transactions.run(systemScope('matching-index'), async (em) => {
      const newer = await row(em, 'select from call_outcome where call_id = $1 and revision > $2', [callId, state.revision.toString()]);
      if (newer) return;
      await rows(
        em,
        `insert into call_outcome (call_id, call_version, revision, eligible, eligible_jointly, undetermined, computed_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (call_id) do update set call_version = $2, revision = $3, eligible = $4, eligible_jointly = $5, undetermined = $6, computed_at = $7`,
        [
          callId,
          indexed.call.version,
          state.revision.toString(),
          ...[eligible, jointly, undetermined].map((set) => Buffer.from(set.toBytes())),
          at.toString(),
        ],
      );
      await this.jobs.enqueue(em, 'matches-changed', { callId });
    });
  }
}
