import { EnsureAdmin, type MadeAdmin } from '@app/accounts/ensure-admin.js';
import { Instance, type InstanceFacts } from '@app/accounts/instance.js';
import { domainOf } from '@app/accounts/instance-domain.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import { systemActor } from '@app/kernel/actor.js';
import type { Clock } from '@app/kernel/clock.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { Env } from '@config/env.js';
import type { INestApplicationContext } from '@nestjs/common';
import { seedDemonstration } from '../../cli/src/demonstration/seed-demonstration.js';
import { openOperatorContext } from '../../cli/src/operator.module.js';
import { EXIT, Refused } from '../../cli/src/refusal.js';
import { reportOf } from '../../cli/src/register-file.js';
import { say } from '../../cli/src/say.js';
import type { Running } from './running.js';

export interface Preparation {
  readonly env: Env;
  readonly clock: Clock;
  readonly databaseUrl: string;
  /** Of links, for the domain of a first set-up. */
  readonly baseUrl: string;
  readonly register: RegisterReading | undefined;
  readonly running: Running;
}

export interface Prepared {
  /** Of the instance, fixed at its first set-up. */
  readonly domain: string;
  readonly demonstration: boolean;
  /** Made at this start: to be told now or never. */
  readonly admin: MadeAdmin | undefined;
}

/**
 * What has to be in the database before the server answers: the instance, an administrator, the demonstration, a register.
 * @public loaded by start.ts while other things start
 */
export async function prepare(preparation: Preparation): Promise<Prepared> {
  const { env, clock, databaseUrl, register, running } = preparation;
  const context = await openOperatorContext({ databaseUrl, clock });
  try {
    const instance = await setUp(context, preparation);
    const admin = await context.get(EnsureAdmin).run({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD, token: env.ADMIN_TOKEN });
    const demonstration = instance.demonstration || (env.DEMO === true && env.NODE_ENV !== 'production');
    running.goOn();
    if (demonstration && (await seedDemonstration(context, clock))) say('  Demonstration geladen');
    running.goOn();
    if (register) await importRegister(context, register);
    return { domain: instance.domain, demonstration, admin };
  } finally {
    await context.close();
  }
}

/** The demonstration comes by itself only into an empty database; its logins are public, so production refuses to run with them. */
async function setUp(context: INestApplicationContext, { env, baseUrl }: Preparation): Promise<InstanceFacts> {
  const isProduction = env.NODE_ENV === 'production';
  if (isProduction && env.DEMO) {
    throw new Refused(
      'DEMO=1 und NODE_ENV=production schließen einander aus: Die Kennwörter der Demonstration sind öffentlich.',
      EXIT.config,
    );
  }
  const demonstration = !isProduction && (env.DEMO ?? (await isEmpty(context)));
  const instance = await context.get(Instance).ensure({ domain: domainOf(baseUrl), demonstration });
  if (!isProduction || !instance.demonstration) return instance;
  const sentence =
    'Diese Datenbank enthält die Demonstration, deren Kennwörter öffentlich sind. Für den Betrieb brauchen Sie eine eigene Datenbank.';
  throw new Refused(sentence, EXIT.config);
}

/** Nobody has imported a register or made an account yet, with the command line for instance. */
async function isEmpty(context: INestApplicationContext): Promise<boolean> {
  const sql = 'select exists (select from authority) or exists (select from person) or exists (select from program) as filled';
  const found = await context.get(Transactions).run(systemScope('demonstration'), (em) => row<{ filled: boolean }>(em, sql));
  return !found!.filled;
}

async function importRegister(context: INestApplicationContext, register: RegisterReading): Promise<void> {
  say('  Gemeindeverzeichnis wird eingelesen …');
  const counts = await context.get(ImportRegister).run(systemActor('register-import'), register);
  for (const line of reportOf(register, counts)) say(`  ${line}`);
}
