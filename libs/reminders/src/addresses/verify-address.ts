import { hashToken } from '@app/accounts/secret-token.js';
import { systemActor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** What the page behind the link shows. */
export interface AddressToVerify {
  readonly id: string;
  readonly personId: string;
  readonly address: string;
}

const LONGEST_TOKEN = 200;

/** Proves an address by the link in the letter that went there, without signing in. Throws 'not-found' for a token that is none, used or too old. */
@Injectable()
export class VerifyAddress {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Looks and changes nothing: link scanners open every address in a mail. */
  find(token: string): Promise<AddressToVerify> {
    const now = this.clock.now();
    return this.transactions.run(systemScope('letter-token'), (em) => addressOf(em, token, now));
  }

  run(token: string): Promise<AddressToVerify> {
    const at = this.clock.now();
    return this.transactions.run(systemScope('letter-token'), async (em) => {
      const found = await addressOf(em, token, at);
      const { id, personId } = found;
      await run(
        em,
        `update letter_address set verified_at = $2::timestamptz, version = version + 1, updated_at = $2::timestamptz
         where id = $1 and verified_at is null`,
        [id, at.toString()],
      );
      await run(em, 'delete from address_token where address_id = $1', [id]);
      const subject = { kind: 'person', id: personId };
      await recordAudit(em, { actor: systemActor('letter-token'), action: 'address.verified', subject, detail: { addressId: id }, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId });
      return found;
    });
  }
}

/** Locked, so of two clicks at once one finds it used. */
async function addressOf(em: EntityManager, token: string, now: Temporal.Instant): Promise<AddressToVerify> {
  const found =
    token.length <= LONGEST_TOKEN &&
    (await row<AddressToVerify>(
      em,
      `select a.id, a.person_id as "personId", a.address from address_token k join letter_address a on a.id = k.address_id
       where k.token_hash = $1 and k.expires_at > $2 for update of k`,
      [hashToken(token), now.toString()],
    ));
  if (!found) throw new DomainError('not-found');
  return found;
}
