import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { PERSON_VIEW, type PersonView, type PersonViewRow, toPersonView } from './person-view.js';

/** One person: for administrators, and everybody themselves. Throws 'not-found', to others too. */
@Injectable()
export class FindPerson {
  constructor(private readonly transactions: Transactions) {}

  async run(actor: Actor, id: string): Promise<PersonView> {
    if (!isAdmin(actor) && actor.id !== id) throw new DomainError('not-found');
    return this.transactions.run(scopeOf(actor), (em) => readPersonView(em, id));
  }
}

export async function readPersonView(em: EntityManager, id: string): Promise<PersonView> {
  const found = isId(id) ? await row<PersonViewRow>(em, `${PERSON_VIEW} where p.id = $1`, [id]) : undefined;
  if (!found) throw new DomainError('not-found');
  return toPersonView(found);
}
