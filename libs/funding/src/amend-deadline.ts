import { parseSchedule } from '@app/deadlines/parse-schedule.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { loadCall, saveCall } from './call-store.js';

/** Moves a deadline of a published call, with the reason; the version before it stays readable. */
@Injectable()
export class AmendDeadline {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, id: string, version: number, amendment: { deadlineId: string; schedule: unknown; reason: string }): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const call = await loadCall(em, id, version);
      const deadline = call.deadlines.find(({ id: known }) => known === amendment.deadlineId);
      if (!deadline) throw new DomainError('not-found');
      const { schedule, faults } = parseSchedule(amendment.schedule, '/schedule', deadline.zone);
      if (!schedule || faults.length > 0) throw new DomainError('invalid-deadline', {}, faults);
      call.amend(deadline.id, schedule, at);
      await saveCall(em, call, { kind: 'amended', actor, at, reason: amendment.reason });
      await this.jobs.enqueue(em, 'call-changed', { callId: id });
    });
  }
}
