import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { type CallCommand, readCallCommand } from './call-command.js';
import { checkReferences, loadCall, saveCall } from './call-store.js';

/** Changes a draft, or a published call as a new version that calendars, matches and reminders follow. */
@Injectable()
export class ChangeCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  run(actor: Actor, id: string, version: number, command: Partial<CallCommand>): Promise<void> {
    const at = this.clock.now();
    const content = readCallCommand(command);
    return this.transactions.run(scopeOf(actor), async (em) => {
      const call = await loadCall(em, id, version);
      await checkReferences(em, content);
      call.change(content, at);
      await saveCall(em, call, { kind: 'changed', actor, at });
      if (call.state === 'published') await this.jobs.enqueue(em, 'call-changed', { callId: id });
    });
  }
}
