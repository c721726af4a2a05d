import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { Program, type ProgramContent } from './program.js';

@Injectable()
export class CreateProgram {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, content: ProgramContent): Promise<string> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const program = new Program(newId(at), content, at);
      em.persist(program);
      await recordAudit(em, {
        actor,
        action: 'program.created',
        subject: { kind: 'program', id: program.id },
        detail: { title: content.title },
        at,
      });
      return program.id;
    });
  }
}
