import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configureServer } from './configure-server.js';
import { Settings } from './edge/settings.js';
import { ServerModule, type ServerOptions } from './server.module.js';

/** The server, ready to listen: for its own main, the standalone and the tests alike. */
export async function createServer(options: ServerOptions, logger: LoggerService | false): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ServerModule.forRoot(options), {
    bodyParser: false,
    logger,
    abortOnError: false,
  });
  configureServer(app, app.get(Settings));
  return app;
}
