import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { normalEmail } from './email-address.js';
import { verifyPassword } from './password.js';
import { hashToken, newSecretToken } from './secret-token.js';
import { type Attempt, attemptOf, countAttempt, forgiveAttempt } from './sign-in-attempts.js';
import { readSignedInPerson, type SignedInPerson } from './signed-in-person.js';

/** A working day with room; then one signs in again, whatever one did meanwhile. */
export const SESSION_HOURS = 12;

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Address of the client, for counting attempts. */
  readonly ip: string;
}

export interface StartedSession {
  /** For the cookie; only its hash is stored. */
  readonly token: string;
  readonly person: SignedInPerson;
}

interface Account {
  readonly id: string;
  readonly hash: string | null;
}

/** Starts a session, with a token that did not exist before. Throws 'wrong-credentials' and 'too-many-requests'. */
@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(credentials: Credentials): Promise<StartedSession> {
    const email = normalEmail(credentials.email);
    const attempt = attemptOf(email, credentials.ip, this.clock.now());
    const account = await this.transactions.run(systemScope('sign-in'), async (em) => {
      await countAttempt(em, attempt);
      return row<Account>(em, 'select id, password_hash as hash from person where lower(email) = $1', [email]);
    });
    const fits = await verifyPassword(credentials.password, account?.hash);
    if (!fits || !account) throw new DomainError('wrong-credentials');
    return this.transactions.run(systemScope('sign-in'), (em) => this.start(em, account, attempt));
  }

  private async start(em: EntityManager, account: Account, attempt: Attempt): Promise<StartedSession> {
    const token = newSecretToken();
    await forgiveAttempt(em, attempt);
    await run(em, 'delete from session where person_id = $1 and expires_at <= $2', [account.id, attempt.at.toString()]);
    const started = await run(
      em,
      // the password may have been changed since it was read; then its session must not outlive it
      'insert into session (token_hash, person_id, created_at, expires_at) select $1, id, $3, $4 from person where id = $2 and password_hash = $5',
      [hashToken(token), account.id, attempt.at.toString(), attempt.at.add({ hours: SESSION_HOURS }).toString(), account.hash],
    );
    const person = await readSignedInPerson(em, 'where p.id = $1', [account.id]);
    if (started === 0 || !person) throw new DomainError('wrong-credentials');
    await recordAudit(em, { actor: person, action: 'person.signed-in', subject: { kind: 'person', id: person.id }, at: attempt.at });
    return { token, person };
  }
}
