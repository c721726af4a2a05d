import type { Server } from 'node:net';
import { listen } from './listen.js';
import { MailFolder } from './mail-folder.js';
import { mailPages } from './mail-pages.js';
import { smtpIntake } from './smtp-intake.js';

export interface MailCatcherSettings {
  /** Where the mails lie as files; made where there is none. */
  readonly dir: string;
  /** Of the pages; a free one when it is taken or not given. */
  readonly port?: number;
  /** The pages show letters with their links to everybody who reaches them: this machine alone. */
  readonly host: '127.0.0.1';
}

export interface MailCatcher {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  /** Mails in the folder, those of earlier runs among them. */
  count(): number;
  /** Mails under way are finished, at most a second long. */
  stop(): Promise<void>;
}

/** A mail server that delivers nothing, and pages that show what it was given: for demonstrations, training and tests. */
export async function startMailCatcher({ dir, port = 0, host }: MailCatcherSettings): Promise<MailCatcher> {
  const folder = new MailFolder(dir);
  const smtp = smtpIntake(folder);
  const pages = mailPages(folder);
  const smtpPort = await listen(smtp.server as Server, 0, host);
  const pagePort = await listen(pages, port, host);
  return {
    smtpUrl: `smtp://${host}:${smtpPort}`,
    pageUrl: `http://${host}:${pagePort}/`,
    count: () => folder.count,
    stop: async () => {
      const pagesClosed = new Promise<void>((resolve) => pages.close(() => resolve()));
      pages.closeAllConnections();
      await Promise.all([pagesClosed, new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    },
  };
}
