import { type Env, InvalidEnvironment, readEnv } from '@config/env.js';
import { SystemClock } from '@config/system-clock.js';
import { createServer } from './create-server.js';
import { jsonLogger } from './edge/logging/logger.js';
import { freePort, urlOf } from './free-port.js';

/** The server alone, for installations with several processes: it never migrates and never has a set clock (that is the standalone's). */
function readServerEnv(): Env & { DATABASE_URL: string } {
  const env = readEnv();
  const mistakes = [
    ...(env.DATABASE_URL ? [] : ['DATABASE_URL is needed: only the standalone brings its own PostgreSQL']),
    ...(process.argv.some((argument) => argument.startsWith('--now')) ? ['--now is only possible in the standalone (npm start)'] : []),
  ];
  if (mistakes.length > 0) throw new InvalidEnvironment(mistakes);
  return env as Env & { DATABASE_URL: string };
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
  app.enableShutdownHooks();
  await app.listen(port, env.HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof InvalidEnvironment ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(error instanceof InvalidEnvironment ? InvalidEnvironment.EXIT_CODE : 1);
});
