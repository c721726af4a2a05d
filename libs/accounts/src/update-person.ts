import { type Actor, isAdmin } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, rows, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { readPersonView } from './find-person.query.js';
import { authorityIdsOf, setMemberships } from './memberships.js';
import { hashNewPassword } from './new-password.js';
import { Person, type PersonDetails } from './person.js';
import type { PersonView } from './person-view.js';
import { hashToken } from './secret-token.js';

/** What is absent stays as it is. */
export interface PersonChange extends Partial<Omit<PersonDetails, 'email'>> {
  readonly authorities?: readonly string[];
  readonly password?: string;
}

export interface PersonUpdate {
  readonly id: string;
  /** The version that the change was made on; absent: whatever it is now (system only). */
  readonly version?: number;
  readonly change: PersonChange;
  /** Token of the session that the request came in: it outlives the change of its own password, all others end. */
  readonly keepSession?: string;
}

/** An administrator changes an account. Throws 'forbidden', 'not-found', 'stale', 'invalid', 'unknown-authority' and, for the last administrator, 'conflict'. */
@Injectable()
export class UpdatePerson {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async run(actor: Actor, update: PersonUpdate): Promise<PersonView> {
    if (!isAdmin(actor)) throw new DomainError('forbidden');
    const { change } = update;
    const at = this.clock.now();
    const passwordHash = await hashNewPassword(change.password);
    return this.transactions.run(scopeOf(actor), async (em) => {
      const person = await load(em, update);
      if (change.roles && person.isAdmin() && !change.roles.includes('admin')) await refuseLastAdmin(em, person);
      person.change(change, at);
      if (change.authorities) {
        const authorityIds = await authorityIdsOf(em, change.authorities, { personId: person.id, at });
        await setMemberships(em, person.id, authorityIds, at);
      }
      if (passwordHash) await this.setPassword(em, person, passwordHash, update.keepSession);
      await em.flush();
      await recordAudit(em, { actor, action: 'person.changed', subject: { kind: 'person', id: person.id }, detail: traceOf(change), at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId: person.id });
      return readPersonView(em, person.id);
    });
  }

  private async setPassword(em: EntityManager, person: Person, hash: string, keepSession: string | undefined): Promise<void> {
    person.passwordHash = hash;
    const kept = keepSession === undefined ? '' : hashToken(keepSession);
    await run(em, 'delete from session where person_id = $1 and token_hash <> $2', [person.id, kept]);
  }
}

/** The row stays locked until the end, so of two changes made on the same version one is stale. */
async function load(em: EntityManager, update: PersonUpdate): Promise<Person> {
  const person = isId(update.id) ? await em.findOne(Person, { id: update.id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!person) throw new DomainError('not-found');
  person.refuseStale(update.version);
  return person;
}

/** Nobody could let anybody in any more. The lock lets two administrators not remove each other at once. */
async function refuseLastAdmin(em: EntityManager, person: Person): Promise<void> {
  await rows(em, `select pg_advisory_xact_lock(hashtextextended('last-admin', 0))`);
  const other = await row(em, `select 1 from person where 'admin' = any(roles) and id <> $1 limit 1`, [person.id]);
  if (!other) throw new DomainError('conflict', {}, [{ pointer: '/roles', code: 'invalid-value' }]);
}

/** What the audit trail keeps: which details changed, the rights in full, and no password. */
function traceOf(change: PersonChange): Record<string, unknown> {
  const { password, ...rest } = change;
  return password === undefined ? { ...rest } : { ...rest, password: 'changed' };
}
