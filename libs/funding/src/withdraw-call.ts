import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { loadCall, saveCall } from './call-store.js';

/** Takes a published call back: no reminder goes out any more, calendars show it as cancelled. */
@Injectable()
export class WithdrawCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const call = await loadCall(em, id, version);
      call.withdraw(reason, at);
      await saveCall(em, call, { kind: 'withdrawn', actor, at, reason });
      await this.jobs.enqueue(em, 'call-changed', { callId: id });
    });
  }
}
