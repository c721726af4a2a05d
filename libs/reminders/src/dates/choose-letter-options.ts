import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { refuseOthers, refuseStale } from '../set-preference.js';
import { type LetterOptions, readLetterOptions } from './letter-options.query.js';

/** Whether dates come along with somebody's reminders: chosen by themselves, or by an administrator for them; 'not-found' to others. */
@Injectable()
export class ChooseLetterOptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, personId: string): Promise<LetterOptions> {
    refuseOthers(actor, personId);
    return this.transactions.run(scopeOf(actor), async (em) => {
      if (!(await row(em, 'select 1 from person where id = $1', [personId]))) throw new DomainError('not-found');
      return readLetterOptions(em, personId);
    });
  }

  /** The first choice needs no version; after that 'if-match-required' without one, 'stale' with an old one. */
  async run(actor: Actor, personId: string, version: number | undefined, attachesDates: boolean): Promise<LetterOptions> {
    refuseOthers(actor, personId);
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      // the person's row is the lock: there need not be a choice yet
      if (!(await row(em, 'select 1 from person where id = $1 for no key update', [personId]))) throw new DomainError('not-found');
      refuseStale(await readLetterOptions(em, personId), version);
      await run(
        em,
        `insert into letter_option (person_id, attaches_dates, version, updated_at) values ($1, $2, 1, $3)
         on conflict (person_id) do update set attaches_dates = excluded.attaches_dates, version = letter_option.version + 1,
           updated_at = excluded.updated_at`,
        [personId, attachesDates, at.toString()],
      );
      await recordAudit(em, {
        actor,
        action: 'letters.chosen',
        subject: { kind: 'person', id: personId },
        detail: { attachesDates },
        at,
      });
      return readLetterOptions(em, personId);
    });
  }
}
