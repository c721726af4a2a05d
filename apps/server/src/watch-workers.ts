import { Instance } from '@app/accounts/instance.js';
import { WallClock } from '@app/kernel/clock.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { Transactions } from '@app/persistence/transactions.js';
import { TellOperator } from '@app/reminders/alarm/tell-operator.js';
import { WatchOperation } from '@app/reminders/alarm/watch-operation.js';
import { RemindersSettings } from '@app/reminders/reminders-settings.js';
import type { Env } from '@config/env.js';
import { operatorOf, readDkimKey } from '@config/mail-settings.js';
import { SystemClock } from '@config/system-clock.js';
import { type INestApplicationContext, Logger } from '@nestjs/common';

const EVERY_MS = 60_000;

/**
 * The one thing that a server does by itself: workers tell the operator of every trouble, except that there is no worker any more. Needs a
 * mail server and an operator; without them the banner is all there is.
 */
export function watchWorkers(app: INestApplicationContext, env: Env, baseUrl: string): void {
  const operator = operatorOf(env);
  const { SMTP_URL: url, MAIL_FROM: mailFrom } = env;
  if (!operator || url === undefined || mailFrom === undefined) return;
  const transactions = app.get(Transactions, { strict: false });
  const settings = new RemindersSettings({ baseUrl, mailFrom, operator });
  const mailer = new SmtpMailer({ url, dkim: readDkimKey(env), connections: 1 });
  const teller = new TellOperator(transactions, mailer, app.get(Instance, { strict: false }), settings);
  const watch = new WatchOperation(transactions, new SystemClock(), app.get(WallClock, { strict: false }), teller);
  const logger = new Logger('Operation');
  setInterval(() => {
    watch
      .run()
      .catch((error: unknown) => logger.error({ message: 'The operation could not be watched', reason: (error as Error).message }));
  }, EVERY_MS).unref();
}
