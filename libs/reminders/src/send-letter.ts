import { Mailer, MailRejected } from '@app/mail/mailer.js';
import type { Message } from '@app/mail/message.js';
import { Gathering } from '@app/persistence/gathering.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable, Logger } from '@nestjs/common';
import { forgetBounces, noteHardBounce } from './address-trouble.js';
import { pauseAfter } from './back-off.js';
import { insist } from './insist.js';
import { type LetterJob, markFailed, markSent, postponeLetter, type Refused, type Sent } from './letter-state.js';
import { WriteLetter } from './write-letter.js';

export type SendOutcome = 'sent' | 'dropped' | 'failed' | 'postponed' | 'over';

/**
 * Sends one letter: looks again and claims it (one transaction), SMTP (none), marks it sent (another). At least once; twice only when the
 * process dies between the server's 250 and our commit (or the database is away for longer than we insist), and then with the same Message-ID.
 * Running it again after that sends nothing. Letters under way at the same time share their transactions, see Gathering.
 */
@Injectable()
export class SendLetter {
  private readonly logger = new Logger('Letters');
  private readonly marking = new Gathering((sent: readonly Delivered[]) => this.mark(sent));

  constructor(
    private readonly letters: WriteLetter,
    private readonly mailer: Mailer,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /** Throws for the queue to try again while another worker is at the same letter. After temporary trouble of the mail server it waits longer and longer. */
  async run(job: LetterJob, now: Temporal.Instant): Promise<SendOutcome> {
    const message = await this.letters.run(job, now);
    if (message === 'claimed') throw new Error('another worker is sending this letter');
    if (message === 'over' || message === 'dropped') return message;
    const response = await this.deliver(message).catch((error: unknown) => (error instanceof MailRejected ? error : Promise.reject(error)));
    if (response instanceof MailRejected) return this.refused(job, message, response, now);
    const { subject, to } = message;
    await insist(() => this.marking.join({ letterId: job.letterId, subject, response, at: now, address: to.address }));
    this.logger.log({ message: 'A letter was sent', letterId: job.letterId });
    return 'sent';
  }

  private async deliver(message: Message): Promise<string> {
    return (await this.mailer.send(message)).response;
  }

  private async mark(delivered: readonly Delivered[]): Promise<undefined[]> {
    await this.transactions.run(systemScope('letter-sending'), async (em) => {
      await markSent(em, delivered);
      await forgetBounces(
        em,
        delivered.map(({ address }) => address),
      );
    });
    return delivered.map(() => undefined);
  }

  private async refused(job: LetterJob, { to }: Message, rejection: MailRejected, at: Temporal.Instant): Promise<SendOutcome> {
    const { letterId, refusals = 0 } = job;
    const { permanent, reason } = rejection;
    this.logger.warn({ message: 'A letter was not taken', letterId, permanent, reason });
    const pause = permanent ? undefined : pauseAfter(refusals + 1);
    const refused: Refused = { letterId, reason, at };
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      if (pause !== undefined) {
        await postponeLetter(em, this.jobs, { ...refused, refusals }, pause);
        return 'postponed';
      }
      const isFirst = await markFailed(em, refused);
      if (isFirst && rejection.isOfRecipient) await noteHardBounce(em, this.jobs, { address: to.address, reason, at });
      return 'failed';
    });
  }
}

/** Taken by the mail server, but not yet written down. */
interface Delivered extends Sent {
  readonly address: string;
}
