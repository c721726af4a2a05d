import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf, systemScope } from '@app/persistence/scope.js';
import { rows, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ownersOf, troubleKey } from './address-trouble.js';
import { readSuspensions } from './suspensions.query.js';

/**
 * Somebody says that an address works again: its owner, or an administrator. What was missed meanwhile is planned anew, so of each closing
 * ahead the nearest lead comes at once. Lifting twice changes nothing. Throws 'not-found' for what is neither one's own nor one's task.
 */
@Injectable()
export class LiftSuspension {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async run(actor: Actor, address: string): Promise<void> {
    const at = this.clock.now();
    const isTheirs = await this.transactions.run(scopeOf(actor), async (em) => {
      const found = await readSuspensions(em);
      return found.some((suspended) => suspended.address === troubleKey(address));
    });
    if (!isTheirs) throw new DomainError('not-found');
    await this.transactions.run(systemScope('letter-sending'), async (em) => {
      const lifted = await run(em, 'delete from address_trouble where address = $1 and suspended_at is not null', [troubleKey(address)]);
      if (lifted === 0) return;
      for (const personId of await ownersOf(em, address)) {
        await reopenFailed(em, personId, at);
        await recordAudit(em, { actor, action: 'address.reinstated', subject: { kind: 'person', id: personId }, at });
        await this.jobs.enqueue(em, 'recipients-changed', { personId });
      }
    });
  }
}

/** What failed because of the address is due again; what is over by now is skipped when it is looked at. */
async function reopenFailed(em: EntityManager, personId: string, at: Temporal.Instant): Promise<void> {
  await rows(
    em,
    `update reminder set state = 'planned', reason = null, letter_id = null, updated_at = $2 where person_id = $1 and state = 'failed'`,
    [personId, at.toString()],
  );
}
