import { Mailer, MailRejected } from '@app/mail/mailer.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable, Logger } from '@nestjs/common';
import { forgetBounces, noteHardBounce } from './address-trouble.js';
import { pauseAfter } from './back-off.js';
import { endCopy, noteRefusal } from './copies/copy-state.js';
import { settleLetter } from './copies/settle-letter.js';
import { insist } from './insist.js';
import {
  type LetterJob,
  markFailed,
  markingOf,
  markSent,
  postponeLetter,
  type Refused,
  releaseClaim,
  renewClaim,
  type Sent,
} from './letter-state.js';
import { type Turn, Turns } from './turns.js';
import { type Asleep, WriteLetter, type WrittenLetter } from './write-letter.js';

const LONGEST_NAP_SECONDS = 3_600;

/** In milliseconds: for so long a letter waits for the one before it to be taken and marked; after that it is tried again later. */
const TURN_WITHIN = 10_000;
/** In milliseconds since the claim; from then on the letter is looked at again before its end goes out. */
const FRESH = 2_000;

export type SendOutcome = 'sent' | 'dropped' | 'failed' | 'postponed' | 'over';

/**
 * Sends one letter: looks again and claims it (one transaction), SMTP (none), marks it sent (another). At least once; twice only when the
 * server's answer to the whole letter is not heard or not written down: the process dies or the connection breaks in between, the answer takes longer
 * than the mailer waits, or the database is away for longer than we insist; then with the same Message-ID. Running it again after that sends nothing.
 * A process ends letters one at a time: up to the end, which makes a letter one, as many as there are connections are on their way together,
 * but the next ends only when the one before is marked. So a killed worker leaves one letter at most that will come twice (ADR 0024).
 */
@Injectable()
export class SendLetter {
  private readonly logger = new Logger('Letters');
  private readonly turns = new Turns();

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
    if ('asleepUntil' in message) return this.letSleep(job, message, now);
    const turn = this.turns.turn();
    try {
      return await this.deliver(job, message, turn, now);
    } finally {
      turn.end();
    }
  }

  private async deliver(job: LetterJob, message: WrittenLetter, turn: Turn, now: Temporal.Instant): Promise<SendOutcome> {
    const { letterId } = job;
    const claimedAt = performance.now();
    const beforeEnd = async () => {
      await turn.begin(TURN_WITHIN);
      const elapsed = Math.round(performance.now() - claimedAt);
      if (elapsed > FRESH) await this.lookAgain(message, now, now.add({ milliseconds: elapsed }));
    };
    const { subject } = message;
    try {
      const { response } = await this.mailer.send(message, { beforeEnd });
      await insist(() => this.mark({ letterId, subject, response, at: now }, message));
    } catch (error) {
      if (error instanceof MailRejected) return this.refused(job, message, error, now);
      throw error;
    }
    this.logger.log({ message: 'A letter was sent', letterId });
    return 'sent';
  }

  /** What waited for its turn gets the time again that the lease of a claim grants, and goes out only if it would be written like that now. */
  private async lookAgain(message: WrittenLetter, claimedAt: Temporal.Instant, now: Temporal.Instant): Promise<void> {
    const isRight = await this.transactions.run(systemScope('letter-sending'), async (em) => {
      await renewClaim(em, message.letter.id, claimedAt, now);
      return this.letters.isAsWritten(em, message, now);
    });
    if (!isRight) throw new Error('this letter has waited, and would say something else now');
  }

  /** It comes again in the morning, or earlier to see whether the clock was set. */
  private letSleep({ letterId, refusals = 0 }: LetterJob, { asleepUntil }: Asleep, now: Temporal.Instant): Promise<SendOutcome> {
    const seconds = Math.ceil(now.until(asleepUntil).total('seconds'));
    return this.transactions.run(systemScope('letter-sending'), async (em): Promise<SendOutcome> => {
      await releaseClaim(em, letterId);
      await this.jobs.enqueue(em, 'send-letter', { letterId, refusals }, { afterSeconds: Math.min(seconds, LONGEST_NAP_SECONDS) });
      return 'postponed';
    });
  }

  /** Short where it can be, for nothing else is sent until it is done. */
  private async mark(sent: Sent, { to, copy, isPlain }: WrittenLetter): Promise<void> {
    const scope = systemScope('letter-sending');
    if (isPlain) return void (await this.transactions.runOne(scope, markingOf(sent)));
    return this.transactions.run(scope, async (em) => {
      if (copy) {
        await endCopy(em, copy, { state: 'sent', response: sent.response, at: sent.at });
        await settleLetter(em, this.jobs, sent);
      } else await markSent(em, sent);
      await forgetBounces(em, [to.address]);
    });
  }

  private async refused(job: LetterJob, message: WrittenLetter, rejection: MailRejected, at: Temporal.Instant): Promise<SendOutcome> {
    const { letterId, refusals = 0 } = job;
    const { to, copy, subject } = message;
    const { permanent, reason } = rejection;
    this.logger.warn({ message: 'A letter was not taken', letterId, permanent, reason });
    const pause = permanent ? undefined : pauseAfter(refusals + 1);
    const refused: Refused = { letterId, reason, at };
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      if (copy) {
        const isFirst = pause === undefined && (await endCopy(em, copy, { state: 'failed', response: reason, at }));
        if (pause !== undefined) await noteRefusal(em, copy, reason);
        if (isFirst && rejection.isOfRecipient) await noteHardBounce(em, this.jobs, { address: to.address, reason, at });
        await settleLetter(em, this.jobs, { letterId, subject, at });
        return pause === undefined ? 'failed' : 'postponed';
      }
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
