import { Instance } from '@app/accounts/instance.js';
import { systemActor } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { SwitchDigest } from '@app/tracking/switch-digest.js';
import { Injectable } from '@nestjs/common';
import type { LetterSubscription } from './stop-letters.js';
import { digestOfStopToken } from './stop-token.js';

/** What the page behind the link in a letter of new matches shows. */
export interface DigestSubscription extends LetterSubscription {
  /** Of the search; else the name of the authority that the calls fit. */
  readonly name: string;
  readonly isProfile: boolean;
}

const SELECT = `select p.id as "personId", p.email, p.language, not s.digest as stopped, s.profile as "isProfile",
    case when s.profile then (select a.name from authority a where a.id = s.authority_id) else s.name end as name
  from saved_search s join person p on p.id = s.person_id where p.id = $1 and s.id = $2`;

/** Stopping the new matches of one search without signing in, by the token in each letter of them. 'not-found' for a token that is none of ours. */
@Injectable()
export class StopDigest {
  constructor(
    private readonly transactions: Transactions,
    private readonly instance: Instance,
    private readonly switchDigest: SwitchDigest,
  ) {}

  /** Looks and changes nothing: link scanners open every address in a mail. */
  async find(token: string): Promise<DigestSubscription> {
    const instance = await this.instance.read();
    const digest = instance && digestOfStopToken(instance.secret, token);
    if (!digest) throw new DomainError('not-found');
    return this.transactions.run(systemScope('letter-token'), async (em) => {
      const found = await row<DigestSubscription>(em, SELECT, [digest.personId, digest.searchId]);
      if (!found) throw new DomainError('not-found');
      return found;
    });
  }

  /** Stops the new matches, or lets them come again: then those that were published in between are none. */
  async run(token: string, wish: 'stop' | 'resume'): Promise<DigestSubscription> {
    await this.find(token);
    const [, searchId] = token.split('.') as [string, string];
    await this.switchDigest.turn(systemActor('letter-token'), searchId.toLowerCase(), wish === 'resume');
    return this.find(token);
  }
}
