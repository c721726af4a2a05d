import { Clock } from '@app/kernel/clock.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { hashToken } from './secret-token.js';
import { readSignedInPerson, type SignedInPerson } from './signed-in-person.js';

/** Who is behind a token. Undefined: unknown, expired or revoked, and nothing tells which. */
@Injectable()
export class Authenticate {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  bySession(token: string): Promise<SignedInPerson | undefined> {
    return this.transactions.run(systemScope('sign-in'), (em) =>
      readSignedInPerson(em, 'join session s on s.person_id = p.id where s.token_hash = $1 and s.expires_at > $2', [
        hashToken(token),
        this.clock.now().toString(),
      ]),
    );
  }

  byApiToken(token: string): Promise<SignedInPerson | undefined> {
    return this.transactions.run(systemScope('sign-in'), (em) =>
      readSignedInPerson(em, 'join api_token t on t.person_id = p.id where t.token_hash = $1 and t.revoked_at is null', [hashToken(token)]),
    );
  }
}
