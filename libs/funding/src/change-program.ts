import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { Program, type ProgramContent } from './program.js';

/** Changes a programme; its calls show its title and partners, so they are stamped to be read anew. */
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
      program.change(content, at);
      await recordAudit(em, {
        actor,
        action: 'program.changed',
        subject: { kind: 'program', id },
        detail: { fields: Object.keys(content) },
        at,
      });
      const revision = await raiseIndexRevision(em);
      await run(em, 'update call set revision = $1, content_changed_at = $2 where program_id = $3', [revision, at.toString(), id]);
    });
  }
}
