import { Instance } from '@app/accounts/instance.js';
import { domainOf } from '@app/accounts/instance-domain.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { Outbound } from '@app/outbound/outbound.js';
import { type Env, InvalidEnvironment, readEnv } from '@config/env.js';
import { letterLimits, operatorOf, readDkimKey } from '@config/mail-settings.js';
import { SystemClock } from '@config/system-clock.js';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

type WorkerEnv = Env & Required<Pick<Env, 'DATABASE_URL' | 'BASE_URL' | 'SMTP_URL' | 'MAIL_FROM'>>;

const NEEDED = {
  DATABASE_URL: 'only the standalone brings its own PostgreSQL',
  BASE_URL: 'the links in letters begin with it',
  SMTP_URL: 'only the standalone brings a mail catcher',
  MAIL_FROM: 'letters need a sender',
} as const;

const LEVELS: LogLevel[] = ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'];

/** The worker alone, for installations with several processes: it never migrates and its clock is the real one. */
function readWorkerEnv(): WorkerEnv {
  return readEnv(undefined, NEEDED) as WorkerEnv;
}

async function main(): Promise<void> {
  const env = readWorkerEnv();
  const { DATABASE_URL: databaseUrl, BASE_URL: baseUrl, MAIL_FROM: mailFrom } = env;
  const mailer = new SmtpMailer({ url: env.SMTP_URL, dkim: readDkimKey(env) });
  const outbound = new Outbound({ allow: env.OUTBOUND_ALLOW });
  const options = {
    clock: new SystemClock(),
    databaseUrl,
    baseUrl,
    mailFrom,
    mailer,
    outbound,
    limits: letterLimits(env),
    operator: operatorOf(env),
  };
  const logger = new ConsoleLogger({ json: true, logLevels: LEVELS.slice(LEVELS.indexOf(env.LOG_LEVEL)) });
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), { logger, abortOnError: false });
  await app.get(Instance, { strict: false }).ensure({ domain: domainOf(baseUrl), demonstration: false });
  app.enableShutdownHooks();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof InvalidEnvironment ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(error instanceof InvalidEnvironment ? InvalidEnvironment.EXIT_CODE : 1);
});
