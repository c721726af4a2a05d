import { Clock } from '@app/kernel/clock.js';
import { recordAudit } from '@app/persistence/audit.js';
import { systemScope } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { hashToken } from './secret-token.js';
import { readSignedInPerson } from './signed-in-person.js';

/** Ends one session; one that is over already is no error. */
@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  run(token: string): Promise<void> {
    const hash = hashToken(token);
    return this.transactions.run(systemScope('sign-in'), async (em) => {
      const person = await readSignedInPerson(em, 'join session s on s.person_id = p.id where s.token_hash = $1', [hash]);
      if (!person || (await run(em, 'delete from session where token_hash = $1', [hash])) === 0) return;
      await recordAudit(em, {
        actor: person,
        action: 'person.signed-out',
        subject: { kind: 'person', id: person.id },
        at: this.clock.now(),
      });
    });
  }
}
