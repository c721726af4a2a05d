import { Instance } from '@app/accounts/instance.js';
import { systemActor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { readPreference } from './read-preference.query.js';
import { SetReminderPreference } from './set-preference.js';
import { personOfStopToken } from './stop-token.js';

/** What the page behind the link in a letter shows. */
export interface LetterSubscription {
  readonly personId: string;
  readonly email: string;
  readonly language: Locale;
  readonly stopped: boolean;
}

/** Stopping the letters without signing in, by the token in each of them. Throws 'not-found' for a token that is none of ours. */
@Injectable()
export class StopLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly instance: Instance,
    private readonly preferences: SetReminderPreference,
  ) {}

  /** Looks and changes nothing: link scanners open every address in a mail. */
  async find(token: string): Promise<LetterSubscription> {
    const personId = await this.personOf(token);
    return this.transactions.run(systemScope('letter-token'), async (em) => {
      const person = await row<{ email: string; language: Locale }>(em, 'select email, language from person where id = $1', [personId]);
      if (!person) throw new DomainError('not-found');
      const { stoppedAt } = await readPreference(em, personId);
      return { personId, ...person, stopped: stoppedAt !== null };
    });
  }

  /** Stops the letters, or lets them come again. */
  async run(token: string, wish: 'stop' | 'resume'): Promise<LetterSubscription> {
    const personId = await this.personOf(token);
    await this.preferences.setStopped(systemActor('letter-token'), personId, wish === 'stop');
    return this.find(token);
  }

  private async personOf(token: string): Promise<string> {
    const instance = await this.instance.read();
    const personId = instance && personOfStopToken(instance.secret, token);
    if (!personId) throw new DomainError('not-found');
    return personId;
  }
}
