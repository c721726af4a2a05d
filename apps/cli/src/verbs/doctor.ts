import { checkClock, checkConnection, checkMigrations, checkRole } from '../checks/database-checks.js';
import { checkDkim } from '../checks/dkim-check.js';
import { checkSmtp } from '../checks/smtp-check.js';
import { readOptions } from '../options.js';
import { say } from '../say.js';
import type { Desk, Verb } from '../verb.js';

/** What was found, in words; a failure is thrown. */
type Check = (desk: Desk) => Promise<string>;

const CHECKS: readonly (readonly [what: string, check: Check])[] = [
  ['Datenbank', ({ database }) => checkConnection(database.url)],
  ['Rechte', ({ database }) => checkRole(database.url)],
  ['Migrationen', ({ database }) => checkMigrations(database.ownerUrl)],
  ['Uhr', ({ database, clock }) => checkClock(database.url, clock)],
  ['E-Mail', ({ env }) => checkSmtp(env.SMTP_URL)],
  ['DKIM', ({ env }) => checkDkim(env)],
];

export const doctorVerb: Verb = {
  name: 'doctor',
  usage: '',
  sentence: 'prüft Datenbank, Rechte, Migrationen, Uhr, Mailserver und Signatur; endet mit 1, wenn etwas nicht stimmt',
  prepare(words) {
    readOptions(words, []);
    return async (desk) => {
      const found = [];
      for (const [what, check] of CHECKS) found.push(await examine(what, () => check(desk)));
      return found.every(Boolean) ? 0 : 1;
    };
  },
};

async function examine(what: string, check: () => Promise<string>): Promise<boolean> {
  try {
    say(`ok        ${what.padEnd(12)} ${await check()}`);
    return true;
  } catch (error) {
    say(`nicht ok  ${what.padEnd(12)} ${reasonOf(error)}`);
    return false;
  }
}

/** Several addresses of one name fail together, without a message of their own. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}
