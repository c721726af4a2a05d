import { EnsureAdmin } from '@app/accounts/ensure-admin.js';
import { FixedClock } from '@app/kernel/clock.js';
import { readEnv } from '@config/env.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type supertest from 'supertest';
import { createServer } from '../../apps/server/src/create-server.js';
import { jsonLogger } from '../../apps/server/src/edge/logging/logger.js';
import { freePort, urlOf } from '../../apps/server/src/free-port.js';
import { type Agent, CheckedRequests } from './checked-requests.js';
import { freshDatabase, type TestDatabase } from './database.js';

export type { Agent };

export const TEST_ADMIN_EMAIL = 'admin@test.example';
export const TEST_ADMIN_PASSWORD = 'a-password-of-the-tests';
export const TEST_ADMIN_TOKEN = 'token-of-the-administrator-in-tests-0123456789';
/** A day before the call of 2014 closes in four weeks. */
const NOON = '2014-06-26T10:00:00Z';

export interface TestServer {
  readonly app: NestExpressApplication;
  /** "http://127.0.0.1:43210", where it really listens. */
  readonly url: string;
  readonly clock: FixedClock;
  readonly database: TestDatabase;
  /** Nobody signed in; keeps no cookies. */
  readonly http: ReturnType<typeof supertest>;
  /** Requests with this API token. */
  as(token: string): Agent;
  asAdmin(): Agent;
  /** A browser of its own: keeps cookies. */
  browser(): Agent;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** RFC 3339; by default 26 June 2014, 12:00 in Berlin. */
  readonly now?: string;
  readonly demonstration?: boolean;
  /** Ranges that requests to the outside may reach; by default the internet only. */
  readonly outboundAllow?: string;
  /** Further settings of the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Runs before the server starts listening: for readiness checks, fakes at the outermost border. */
  readonly prepare?: (app: NestExpressApplication) => Promise<void> | void;
}

/** The whole server on a fresh database with a standing clock and an administrator. Failures are logged: LOG_LEVEL=debug shows more. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const clock = new FixedClock(Temporal.Instant.from(options.now ?? NOON));
  const port = await freePort('127.0.0.1');
  const url = urlOf('127.0.0.1', port);
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    OUTBOUND_ALLOW: options.outboundAllow,
    ...options.settings,
  });
  const server = { env, clock, databaseUrl: database.url, baseUrl: url, demonstration: options.demonstration ?? false, clockIsSet: false };
  const app = await createServer(server, jsonLogger(env.LOG_LEVEL));
  await options.prepare?.(app);
  await app.listen(port, '127.0.0.1');
  await app.get(EnsureAdmin, { strict: false }).run({ email: TEST_ADMIN_EMAIL, password: TEST_ADMIN_PASSWORD, token: TEST_ADMIN_TOKEN });
  const requests = new CheckedRequests(app, url);
  const as = (token: string): Agent => requests.agent().auth(token, { type: 'bearer' }) as Agent;
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return {
    app,
    url,
    clock,
    database,
    http: requests.anonymous(),
    as,
    asAdmin: () => as(TEST_ADMIN_TOKEN),
    browser: () => requests.agent(),
    close,
  };
}
