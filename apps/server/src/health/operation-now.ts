import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock, WallClock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { type Scope, scopeOf, systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type Operation, readOperation } from '@app/reminders/alarm/open-troubles.query.js';
import { Injectable } from '@nestjs/common';

/** Whether letters still get out, as it is at this moment: for administrators. Throws 'forbidden' to others. */
@Injectable()
export class OperationNow {
  private readonly since: Temporal.Instant;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly wall: WallClock,
  ) {
    this.since = wall.now();
  }

  async run(actor: Actor): Promise<Operation> {
    if (!isAdmin(actor)) throw new DomainError('forbidden');
    return this.read(scopeOf(actor));
  }

  /** For the machine's own monitoring: numbers only, of nobody in particular. */
  asNumbers(): Promise<Operation> {
    return this.read(systemScope('administration'));
  }

  private read(scope: Scope): Promise<Operation> {
    return this.transactions.run(scope, (em) => readOperation(em, { wall: this.wall, clock: this.clock }, this.since));
  }
}
