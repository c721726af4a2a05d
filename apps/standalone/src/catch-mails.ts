import { join } from 'node:path';
import { startMailCatcher } from './mail-catcher/mail-catcher.js';
import type { Running } from './running.js';

export interface CaughtMails {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  readonly dir: string;
}

/**
 * The pages stand on the port after the server's, where that is free.
 * @public loaded by start.ts while other things start
 */
export async function catchMails(dataDir: string, port: number, running: Running): Promise<CaughtMails> {
  const dir = join(dataDir, 'mails');
  const catcher = await startMailCatcher({ dir, port: port < 65_535 ? port + 1 : 0, host: '127.0.0.1' });
  running.started('Der Mailfänger', () => catcher.stop());
  return { smtpUrl: catcher.smtpUrl, pageUrl: catcher.pageUrl, dir };
}
