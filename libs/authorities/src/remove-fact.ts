import { type Actor, mayActFor, mayEdit } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { stamp } from './write-authorities.js';

/** Takes back what was entered: the fact is unknown again, which no value can say. Who may enter a fact may take it back. */
@Injectable()
export class RemoveFact {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** `version`: of the fact that the actor has seen. Throws 'not-found', 'forbidden' (public facts are for editors) and 'stale'. */
  async run(actor: Actor, key: string, name: string, version: number): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(systemScope('register-import'), async (em) => {
      const authority = await row<{ id: string }>(em, 'select id from authority where key = $1', [key]);
      if (!authority || !(mayEdit(actor) || mayActFor(actor, authority.id))) throw new DomainError('not-found');
      const revision = await raiseIndexRevision(em);
      const parameters = [authority.id, name];
      const stored = await row<{ version: number; visibility: string }>(
        em,
        'select version, visibility from fact where authority_id = $1 and name = $2',
        parameters,
      );
      if (!stored) throw new DomainError('not-found');
      if (stored.visibility === 'public' && !mayEdit(actor)) throw new DomainError('forbidden');
      if (stored.version !== version) throw new DomainError('stale', { current: stored.version });
      await run(em, 'delete from fact where authority_id = $1 and name = $2', parameters);
      await stamp(em, [key], revision, at);
      await recordAudit(em, { actor, action: 'fact.removed', subject: { kind: 'authority', id: authority.id }, detail: { name }, at });
      await this.jobs.enqueue(em, 'authorities-changed', { authorityIds: [authority.id] });
    });
  }
}
