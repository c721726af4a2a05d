import { CreatePerson } from '@app/accounts/create-person.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import { type Clock, dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMONSTRATION_LOGINS, DEMONSTRATION_PASSWORD } from './logins.js';
import { PROGRAMS } from './programs.js';
import { SeedPrograms } from './seed-programs.js';

const ACTOR = systemActor('demonstration');
const SCOPE = systemScope('demonstration');

/**
 * Loads the demonstration: authorities, programmes with their rounds, logins. What is there already stays, so a start that was killed half way goes on
 * where it ended, and a second seeding does nothing. False: there was nothing to do.
 */
export async function seedDemonstration(context: INestApplicationContext, clock: Clock): Promise<boolean> {
  const transactions = context.get(Transactions);
  const missing = await missingLogins(transactions);
  // Logins come last: with all of them there, everything is.
  if (missing.length === 0) return false;
  await transactions.run(SCOPE, (em) => run(em, 'update instance set demonstration = true where id = 1 and not demonstration'));
  await context.get(ImportRegister).run(ACTOR, demonstrationRegister());
  const programs = new SeedPrograms(transactions, context.get(Jobs), clock.now());
  for (const program of PROGRAMS) await programs.run(program, dayAt(clock.now(), HOME_ZONE));
  for (const login of missing) await addLogin(context.get(CreatePerson), login);
  return true;
}

async function missingLogins(transactions: Transactions): Promise<typeof DEMONSTRATION_LOGINS> {
  const found = await transactions.run(SCOPE, (em) => rows<{ email: string }>(em, 'select email from person where demonstration'));
  const known = new Set(found.map(({ email }) => email));
  return DEMONSTRATION_LOGINS.filter(({ email }) => !known.has(email));
}

async function addLogin(createPerson: CreatePerson, login: (typeof DEMONSTRATION_LOGINS)[number]): Promise<void> {
  const { email, name, roles, authorities } = login;
  await createPerson.run(ACTOR, { email, name, language: 'de', roles, authorities, password: DEMONSTRATION_PASSWORD, demonstration: true });
}
