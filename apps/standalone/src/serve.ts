import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configureServer } from '../../server/src/configure-server.js';
import { jsonLogger } from '../../server/src/edge/logging/logger.js';
import { Settings } from '../../server/src/edge/settings.js';
import type { Running } from './running.js';
import { StandaloneModule, type StandaloneOptions } from './standalone.module.js';

/** Answers under way get so long before they are cut off (milliseconds). */
const LAST_ANSWERS_MS = 2_000;

/**
 * Server and worker; when the promise resolves, the port answers and the index is built.
 * @public loaded by start.ts while other things start
 */
export async function serve(options: StandaloneOptions, port: number, running: Running): Promise<void> {
  const { env } = options;
  const app = await NestFactory.create<NestExpressApplication>(StandaloneModule.forRoot(options), {
    bodyParser: false,
    logger: jsonLogger(env.LOG_LEVEL),
    abortOnError: false,
  });
  configureServer(app, app.get(Settings));
  running.started('Server und Worker', () => close(app));
  running.goOn();
  await app.listen(port, env.HOST);
}

async function close(app: NestExpressApplication): Promise<void> {
  const server: Server = app.getHttpServer();
  const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  server.closeIdleConnections();
  await app.close();
  clearTimeout(cut);
}
