import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { Program, type ProgramContent } from './program.js';
import { saveProgramChange } from './program-store.js';

/** Changes a programme, and with it what its calls show. */
@Injectable()
export class ChangeProgram {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, version: number, content: Partial<ProgramContent>): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const program = isId(id) ? await em.findOne(Program, { id }) : null;
      if (!program) throw new DomainError('not-found');
      if (program.version !== version) throw new DomainError('stale', { current: program.version });
      await saveProgramChange(em, program, content, { actor, at });
    });
  }
}
