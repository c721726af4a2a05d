import { Instance } from '@app/accounts/instance.js';
import { domainOf } from '@app/accounts/instance-domain.js';
import { type Env, InvalidEnvironment, readEnv } from '@config/env.js';
import { SystemClock } from '@config/system-clock.js';
import { createServer } from './create-server.js';
import { jsonLogger } from './edge/logging/logger.js';
import { freePort, urlOf } from './free-port.js';
import { watchWorkers } from './watch-workers.js';

type ServerEnv = Env & Required<Pick<Env, 'DATABASE_URL'>>;

/** The server alone, for installations with several processes: it never migrates, and its clock is the real one. */
function readServerEnv(): ServerEnv {
  if (process.argv.some((argument) => argument.startsWith('--now'))) {
    throw new InvalidEnvironment(['--now is only possible in the standalone (npm start)']);
  }
  return readEnv(undefined, { DATABASE_URL: 'only the standalone brings its own PostgreSQL' }) as ServerEnv;
}

async function main(): Promise<void> {
  const env = readServerEnv();
  const port = env.PORT || (await freePort(env.HOST));
  const baseUrl = env.BASE_URL ?? urlOf(env.HOST, port);
  const options = {
    env,
    clock: new SystemClock(),
    databaseUrl: env.DATABASE_URL,
    baseUrl,
    demonstration: env.DEMO === true,
    clockIsSet: false,
  };
  const app = await createServer(options, jsonLogger(env.LOG_LEVEL));
  await app.get(Instance, { strict: false }).ensure({ domain: domainOf(baseUrl), demonstration: false });
  // Only here: the standalone ends its parts itself, in an order.
  app.enableShutdownHooks();
  await app.listen(port, env.HOST);
  watchWorkers(app, env, baseUrl);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof InvalidEnvironment ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(error instanceof InvalidEnvironment ? InvalidEnvironment.EXIT_CODE : 1);
});
