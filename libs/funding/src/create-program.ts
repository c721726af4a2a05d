import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { ProgramContent } from './program.js';
import { addProgram } from './program-store.js';

@Injectable()
export class CreateProgram {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, content: ProgramContent): Promise<string> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => (await addProgram(em, content, { actor, at })).id);
  }
}
