import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { CallContent } from './call.js';
import { type CallCommand, readCallCommand } from './call-command.js';
import { addCall } from './call-store.js';
import { Program } from './program.js';

/** Makes a draft: nobody but editors sees it. */
@Injectable()
export class CreateCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, programId: string, command: CallCommand): Promise<string> {
    const at = this.clock.now();
    const content = readCallCommand(command) as CallContent;
    return this.transactions.run(scopeOf(actor), async (em) => {
      if (!isId(programId) || !(await em.findOne(Program, { id: programId }))) {
        throw new DomainError('unknown-program', {}, [{ pointer: '/programId', code: 'unknown-program' }]);
      }
      return (await addCall(em, programId, content, { actor, at })).id;
    });
  }
}
