import { join } from 'node:path';
import type { RegisterReading } from '@app/authorities/register/authority-record.js';
import { RegisterRefused } from '@app/authorities/register/register-refused.js';
import { dayAt } from '@app/kernel/clock.js';
import { SystemClock } from '@config/system-clock.js';
import { EXIT, Refused } from '../../cli/src/refusal.js';
import { readRegisterFile } from '../../cli/src/register-file.js';
import { say } from '../../cli/src/say.js';
import { urlOf } from '../../server/src/free-port.js';
import { announcementOf } from './announcement.js';
import { startMailCatcher } from './mail-catcher/mail-catcher.js';
import { openDatabase } from './open-database.js';
import { choosePort } from './port.js';
import { prepare } from './prepare.js';
import type { Running } from './running.js';
import { serve } from './serve.js';
import type { StartSettings } from './settings.js';

/** Everything in one process, step by step; whatever was started is in `running`, also when a step fails. */
export async function start({ env, startedAt }: StartSettings, registerPath: string | undefined, running: Running): Promise<void> {
  const clock = new SystemClock(startedAt);
  const port = await choosePort(env.HOST, env.PORT);
  const baseUrl = env.BASE_URL ?? urlOf(env.HOST, port);
  const register = registerPath === undefined ? undefined : readRegisterOrRefuse(registerPath, dayAt(clock.now(), 'Europe/Berlin'));
  running.goOn();
  const databaseUrl = await openDatabase(env, running);
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

/** A file that cannot be used is told before anything is started. */
function readRegisterOrRefuse(path: string, today: Temporal.PlainDate): RegisterReading {
  try {
    return readRegisterFile(path, today);
  } catch (error) {
    if (error instanceof RegisterRefused) throw new Refused(`${path} wurde nicht übernommen. ${error.reason.de}`, EXIT.badData);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Refused(code === 'ENOENT' ? `Die Datei ${path} gibt es nicht.` : `${path} ist nicht zu lesen: ${message}`, EXIT.noInput);
  }
}

/** The pages stand on the port after the server's, where that is free. */
async function catchMails(dataDir: string, port: number, running: Running): Promise<{ smtpUrl: string; pageUrl: string; dir: string }> {
  const dir = join(dataDir, 'mails');
  const catcher = await startMailCatcher({ dir, port: port < 65_535 ? port + 1 : 0, host: '127.0.0.1' });
  running.started('Der Mailfänger', () => catcher.stop());
  return { smtpUrl: catcher.smtpUrl, pageUrl: catcher.pageUrl, dir };
}
