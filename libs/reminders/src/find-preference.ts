import type { Actor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { ReminderPreference } from './preference.js';
import { readPreference } from './read-preference.query.js';
import { refuseOthers } from './set-preference.js';

/** What somebody has chosen, or the default: for themselves and for administrators; 'not-found' to others. */
@Injectable()
export class FindReminderPreference {
  constructor(private readonly transactions: Transactions) {}

  async run(actor: Actor, personId: string): Promise<ReminderPreference> {
    refuseOthers(actor, personId);
    return this.transactions.run(scopeOf(actor), async (em) => {
      if (!(await row(em, 'select 1 from person where id = $1', [personId]))) throw new DomainError('not-found');
      return readPreference(em, personId);
    });
  }
}
