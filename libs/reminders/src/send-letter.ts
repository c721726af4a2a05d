import { Mailer, MailRejected } from '@app/mail/mailer.js';
import type { Message } from '@app/mail/message.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable, Logger } from '@nestjs/common';
import { insist } from './insist.js';
import { markFailed, markSent, releaseClaim } from './letter-state.js';
import { WriteLetter } from './write-letter.js';

export interface Attempt {
  /** The queue will not try again. */
  readonly isLast: boolean;
}

export type SendOutcome = 'sent' | 'dropped' | 'failed' | 'over';

/**
 * Sends one letter: looks again and claims it (one transaction), SMTP (none), marks it sent (another). At least once; twice only when the
 * process dies between the server's 250 and our commit (or the database is away for longer than we insist), and then with the same Message-ID.
 * Running it again after that sends nothing.
 */
@Injectable()
export class SendLetter {
  private readonly logger = new Logger('Letters');

  constructor(
    private readonly letters: WriteLetter,
    private readonly mailer: Mailer,
    private readonly transactions: Transactions,
  ) {}

  /** Throws for the queue to try again: after temporary trouble, and while another worker is at the same letter. */
  async run(letterId: string, now: Temporal.Instant, attempt: Attempt): Promise<SendOutcome> {
    const message = await this.letters.run(letterId, now);
    if (message === 'claimed') throw new Error('another worker is sending this letter');
    if (message === 'over' || message === 'dropped') return message;
    const response = await this.deliver(message).catch((error: unknown) => (error instanceof MailRejected ? error : Promise.reject(error)));
    if (response instanceof MailRejected) return this.refused(letterId, response, now, attempt);
    await insist(() => this.inOwnTransaction((em) => markSent(em, letterId, { subject: message.subject, response }, now)));
    this.logger.log({ message: 'A letter was sent', letterId });
    return 'sent';
  }

  private async deliver(message: Message): Promise<string> {
    return (await this.mailer.send(message)).response;
  }

  private async refused(letterId: string, rejection: MailRejected, now: Temporal.Instant, attempt: Attempt): Promise<SendOutcome> {
    this.logger.warn({ message: 'A letter was not taken', letterId, permanent: rejection.permanent, reason: rejection.reason });
    if (!rejection.permanent && !attempt.isLast) {
      await this.inOwnTransaction((em) => releaseClaim(em, letterId, rejection.reason));
      throw rejection;
    }
    await this.inOwnTransaction((em) => markFailed(em, letterId, rejection.reason, now));
    return 'failed';
  }

  private inOwnTransaction(work: Parameters<Transactions['run']>[1]): Promise<unknown> {
    return this.transactions.run(systemScope('letter-sending'), work);
  }
}
