import { dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { SystemClock } from '@config/system-clock.js';
import { say } from '../../cli/src/say.js';
import { urlOf } from '../../server/src/free-port.js';
import { announcementOf } from './announcement.js';
import { choosePort } from './port.js';
import type { Running } from './running.js';
import type { StartSettings } from './settings.js';
import { startPostgres } from './start-postgres.js';

/** Everything in one process, step by step; whatever was started is in `running`, also when a step fails. */
export async function start({ env, startedAt }: StartSettings, registerPath: string | undefined, running: Running): Promise<void> {
  const clock = new SystemClock(startedAt);
  const port = await choosePort(env.HOST, env.PORT);
  const baseUrl = env.BASE_URL ?? urlOf(env.HOST, port);
  const register = registerPath === undefined ? undefined : await readRegister(registerPath, clock);
  running.goOn();
  const [urls, { openDatabase, catchMails, prepare, serve }] = await besides(startPostgres(env, running), loadSteps());
  running.goOn();
  const databaseUrl = await openDatabase(urls);
  running.goOn();
  const mails = env.SMTP_URL ? undefined : await catchMails(env.DATA_DIR, port, running);
  const { domain, demonstration, admin } = await prepare({ env, clock, databaseUrl, baseUrl, register, running });
  running.goOn();
  const clockIsSet = clock.isSet;
  const smtpUrl = env.SMTP_URL ?? mails!.smtpUrl;
  const mailFrom = env.MAIL_FROM ?? `Fördertakt <foerdertakt@${domain}>`;
  await serve({ env, clock, databaseUrl, baseUrl, demonstration, clockIsSet, smtpUrl, mailFrom }, port, running);
  const announcement = { url: baseUrl, clockShows: clockIsSet ? clock.now() : undefined, demonstration, admin, mails };
  for (const line of announcementOf(announcement)) say(line);
}

async function readRegister(path: string, clock: SystemClock) {
  const { readRegisterOrRefuse } = await import('./register-to-import.js');
  return readRegisterOrRefuse(path, dayAt(clock.now(), HOME_ZONE));
}

/** Most of a start is loading modules; PostgreSQL starts beside it. */
async function loadSteps() {
  const [database, mails, preparation, service] = await Promise.all([
    import('./open-database.js'),
    import('./catch-mails.js'),
    import('./prepare.js'),
    import('./serve.js'),
  ]);
  return { ...database, ...mails, ...preparation, ...service };
}

/** Both to their end, also when one fails: what it started must be known before anything is stopped. */
async function besides<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
