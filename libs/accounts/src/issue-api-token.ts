import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId, newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { hashToken, newSecretToken } from './secret-token.js';

export interface NewApiToken {
  readonly personId: string;
  /** What it is for, so that one knows which to revoke. */
  readonly name: string;
}

export interface IssuedApiToken {
  readonly id: string;
  readonly name: string;
  /** Shown this once. */
  readonly token: string;
  readonly createdAt: Temporal.Instant;
}

/** A token with which a program acts as the person: issued by themselves or an administrator. Throws 'not-found', to others too. */
@Injectable()
export class IssueApiToken {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, command: NewApiToken): Promise<IssuedApiToken> {
    if (!isAdmin(actor) && actor.id !== command.personId) throw new DomainError('not-found');
    return this.transactions.run(scopeOf(actor), async (em) => {
      const person = isId(command.personId) && (await row(em, 'select 1 from person where id = $1', [command.personId]));
      if (!person) throw new DomainError('not-found');
      return storeApiToken(em, actor, { ...command, token: newSecretToken() }, this.clock.now());
    });
  }
}

export async function storeApiToken(
  em: EntityManager,
  actor: Actor,
  issued: NewApiToken & { token: string },
  at: Temporal.Instant,
): Promise<IssuedApiToken> {
  const id = newId(at);
  await run(em, 'insert into api_token (id, person_id, name, token_hash, created_at) values ($1, $2, $3, $4, $5)', [
    id,
    issued.personId,
    issued.name,
    hashToken(issued.token),
    at.toString(),
  ]);
  const detail = { token: id, name: issued.name };
  await recordAudit(em, { actor, action: 'person.token-issued', subject: { kind: 'person', id: issued.personId }, detail, at });
  return { id, name: issued.name, token: issued.token, createdAt: at };
}
