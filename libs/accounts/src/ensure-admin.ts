import { type Actor, systemActor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { insertPerson } from './create-person.js';
import { storeApiToken } from './issue-api-token.js';
import { hashPassword } from './password.js';
import { Person } from './person.js';
import { newSecretToken } from './secret-token.js';

const DEFAULT_ADMIN_EMAIL = 'admin@localhost';

/** What the operator gave (ADMIN_EMAIL, ADMIN_PASSWORD, ADMIN_TOKEN); what is absent is made up. */
export interface GivenAdmin {
  readonly email?: string;
  readonly password?: string;
  readonly token?: string;
}

/** Of the first start: the address, and what was made up and has to be told now or never. */
export interface MadeAdmin {
  readonly email: string;
  readonly password?: string;
  readonly token?: string;
}

/**
 * The first administrator of an installation, with an API token. What is given counts at the first start only: once there is an
 * administrator (those of the demonstration aside), nothing is changed and nothing answered, whatever the environment says.
 */
@Injectable()
export class EnsureAdmin {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(given: GivenAdmin): Promise<MadeAdmin | undefined> {
    if (await this.transactions.run(systemScope('administration'), hasAdmin)) return undefined;
    const password = given.password ?? newSecretToken().slice(0, 20);
    const token = given.token ?? newSecretToken();
    const at = this.clock.now();
    const admin = firstAdmin(given.email ?? DEFAULT_ADMIN_EMAIL, at);
    admin.passwordHash = await hashPassword(password);
    const made = await this.transactions.run(systemScope('administration'), (em) => store(em, admin, token, at));
    if (!made) return undefined;
    return { email: admin.email, ...(given.password ? {} : { password }), ...(given.token ? {} : { token }) };
  }
}

function firstAdmin(email: string, at: Temporal.Instant): Person {
  const admin = new Person(newId(at), { email, name: 'Administration', language: 'de', roles: ['admin'] }, at);
  admin.verifyEmail(at);
  return admin;
}

/** Two servers that start at once: the second waits, sees the first one's administrator and makes none. */
async function store(em: EntityManager, admin: Person, token: string, at: Temporal.Instant): Promise<boolean> {
  await rows(em, `select pg_advisory_xact_lock(hashtextextended('first-admin', 0))`);
  if (await hasAdmin(em)) return false;
  const actor: Actor = systemActor('first-start');
  await insertPerson(em, admin);
  await recordAudit(em, { actor, action: 'person.created', subject: { kind: 'person', id: admin.id }, detail: { roles: admin.roles }, at });
  await storeApiToken(em, actor, { personId: admin.id, name: 'ADMIN_TOKEN', token }, at);
  return true;
}

async function hasAdmin(em: EntityManager): Promise<boolean> {
  return (await row(em, `select 1 from person where 'admin' = any(roles) and not demonstration limit 1`)) !== undefined;
}
