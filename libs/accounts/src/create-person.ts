import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { readPersonView } from './find-person.query.js';
import { authorityIdsOf, setMemberships } from './memberships.js';
import { hashNewPassword } from './new-password.js';
import { Person, type PersonDetails } from './person.js';
import type { PersonView } from './person-view.js';

export interface NewPerson extends PersonDetails {
  /** Keys of the authorities that the person belongs to ("DE:05358008"). */
  readonly authorities: readonly string[];
  /** Absent: no sign-in with a password until one is set. */
  readonly password?: string;
  /** A login of the demonstration, named as such wherever it is shown. */
  readonly demonstration?: boolean;
}

/** An administrator makes an account. Throws 'forbidden', 'invalid', 'unknown-authority' and 'email-taken'. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async run(actor: Actor, command: NewPerson): Promise<PersonView> {
    if (!isAdmin(actor)) throw new DomainError('forbidden');
    const at = this.clock.now();
    const person = new Person(newId(at), command, at, command.demonstration);
    person.verifyEmail(at);
    person.passwordHash = await hashNewPassword(command.password);
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityIds = await authorityIdsOf(em, command.authorities, { personId: person.id, at });
      await insertPerson(em, person);
      await setMemberships(em, person.id, authorityIds, at);
      const detail = { roles: person.roles, authorities: [...command.authorities] };
      await recordAudit(em, { actor, action: 'person.created', subject: { kind: 'person', id: person.id }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId: person.id });
      return readPersonView(em, person.id);
    });
  }
}

/** The unique index decides who was first. Throws 'email-taken'. */
export async function insertPerson(em: EntityManager, person: Person): Promise<void> {
  try {
    em.persist(person);
    await em.flush();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException)
      throw new DomainError('email-taken', {}, [{ pointer: '/email', code: 'email-taken' }]);
    throw error;
  }
}
