import { Clock, WallClock } from '@app/kernel/clock.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { NO_WORK, type WorkCounts } from '../work-counts.js';
import { readOperationFacts } from './operation-facts.query.js';
import { TellOperator } from './tell-operator.js';
import { troublesOf } from './trouble.js';
import { noteTroubles } from './trouble-state.js';

/** After its own start a watcher waits for others to start too: ticks from before an outage are no news. */
const GRACE = { minutes: 1 };

/** Looks whether letters still get out, writes down what is wrong, and has the operator told. Any number of processes watch at once. */
@Injectable()
export class WatchOperation {
  private readonly since: Temporal.Instant;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly wall: WallClock,
    private readonly tellOperator: TellOperator,
  ) {
    this.since = wall.now();
  }

  async run(): Promise<WorkCounts> {
    const at = this.wall.now();
    const changed = await this.transactions.run(systemScope('letter-sending'), async (em) => {
      const facts = await readOperationFacts(em, { wall: this.wall, clock: this.clock });
      const isYoung = Temporal.Instant.compare(this.since.add(GRACE), at) > 0;
      const troubles = troublesOf(facts, this.since).filter(({ kind }) => !(isYoung && kind === 'no-tick'));
      return noteTroubles(em, troubles, at);
    });
    await this.tellOperator.run(at);
    return { ...NO_WORK, seen: changed, changed };
  }
}
