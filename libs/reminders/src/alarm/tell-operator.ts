import { Instance } from '@app/accounts/instance.js';
import { Mailer } from '@app/mail/mailer.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable, Logger } from '@nestjs/common';
import { noteMessage } from '../letters/letter-message.js';
import { type Operator, RemindersSettings } from '../reminders-settings.js';
import { operatorNote } from './operator-note.js';
import { claimTrouble, markTold, type ToldTrouble } from './trouble-state.js';

/**
 * Mails about troubles, past the queue: it may be what stands still. Once of each, once when it is over, whoever of several processes comes
 * first; one that could not be sent is tried again after a pause.
 */
@Injectable()
export class TellOperator {
  private readonly logger = new Logger('Operation');

  constructor(
    private readonly transactions: Transactions,
    private readonly mailer: Mailer,
    private readonly instance: Instance,
    private readonly settings: RemindersSettings,
  ) {}

  /** `at`: real time. Nobody is told where no operator is set. */
  async run(at: Temporal.Instant): Promise<void> {
    const { operator } = this.settings;
    if (!operator) return;
    for (;;) {
      const trouble = await this.transactions.run({ kind: 'nobody' }, (em) => claimTrouble(em, at));
      if (!trouble) return;
      try {
        await this.send(operator, trouble, at);
      } catch (error) {
        this.logger.error({ message: 'The operator could not be told', kind: trouble.kind, reason: (error as Error).message });
        return;
      }
      await this.transactions.run({ kind: 'nobody' }, (em) => markTold(em, trouble, at));
    }
  }

  private async send({ email, language }: Operator, trouble: ToldTrouble, at: Temporal.Instant): Promise<void> {
    const instance = await this.instance.read();
    if (!instance) throw new Error('the installation is not set up');
    const isOver = trouble.endedAt !== null;
    const note = operatorNote(trouble, { isOver, locale: language, url: `${this.settings.baseUrl}/operation` });
    const letterId = `${trouble.id}.${isOver ? 'over' : 'began'}`;
    const envelope = { letterId, domain: instance.domain, from: this.settings.sender, to: { name: '', address: email }, date: at };
    await this.mailer.send(noteMessage(note, envelope));
    this.logger.warn({ message: 'The operator was told of a trouble', kind: trouble.kind, isOver });
  }
}
