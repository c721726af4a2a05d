import { normalEmail } from '@app/accounts/email-address.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { isEmailAddress } from '@app/mail/address.js';
import { recordAudit } from '@app/persistence/audit.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { refuseOthers } from '../set-preference.js';
import { askForClick } from './ask-for-click.js';
import { goesSomewhere, type LetterAddress, MOST_ADDRESSES } from './letter-address.js';
import { readLetterAddresses } from './letter-addresses.query.js';

/** What somebody does to the addresses that letters to them go to: themselves, or an administrator for them; 'not-found' to others. */
@Injectable()
export class KeepAddresses {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  list(actor: Actor, personId: string): Promise<LetterAddress[]> {
    refuseOthers(actor, personId);
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      const found = await readLetterAddresses(em, personId);
      if (!found) throw new DomainError('not-found');
      return found;
    });
  }

  /**
   * One more. It gets a letter with a link, and nothing else until that was clicked; one that an administrator enters for somebody else counts
   * as proven. Throws 'invalid', 'conflict' for one that is there already, and 'too-many-requests'.
   */
  add(actor: Actor, personId: string, text: string): Promise<string> {
    const address = normalEmail(text);
    return this.change(actor, personId, async ({ em, addresses, at }) => {
      refuseFaulty(address, addresses);
      const id = newId(at);
      const isProven = actor.id !== personId;
      await run(
        em,
        `insert into letter_address (id, person_id, address, wanted, verified_at, version, created_at, updated_at)
         values ($1, $2, $3, true, $4::timestamptz, 1, $5::timestamptz, $5::timestamptz)`,
        [id, personId, address, isProven ? at.toString() : null, at.toString()],
      );
      if (!isProven) await askForClick(em, { personId, addressId: id, address, at });
      return { id, action: 'address.added', detail: { addressId: id, verified: isProven } };
    });
  }

  /** The letter with the link once more. Proven: nothing happens. */
  async ask(actor: Actor, personId: string, id: string): Promise<void> {
    await this.change(actor, personId, async ({ em, addresses, at }) => {
      const { address, verified } = find(addresses, id);
      if (!verified) await askForClick(em, { personId, addressId: id, address, at });
      return { id, action: 'address.asked', detail: { addressId: id } };
    });
  }

  /** Whether letters go there. Throws 'stale', and 'invalid' where they would go nowhere: that is what stopping them is for. */
  async choose(actor: Actor, personId: string, id: string, version: number, wanted: boolean): Promise<void> {
    await this.change(actor, personId, async ({ em, addresses, at }) => {
      const before = find(addresses, id, version);
      const after = addresses.map((each) => (each.id === id ? { ...each, wanted } : each));
      if (!wanted && goesSomewhere(addresses) && !goesSomewhere(after)) {
        throw new DomainError('invalid', {}, [{ pointer: '/wanted', code: 'invalid-value' }]);
      }
      await run(
        em,
        `insert into letter_address (id, person_id, address, wanted, verified_at, version, created_at, updated_at)
         values ($1, $2, $3, $4, null, 1, $5::timestamptz, $5::timestamptz)
         on conflict (id) do update set wanted = excluded.wanted, version = letter_address.version + 1, updated_at = excluded.updated_at`,
        [id, personId, before.address.toLowerCase(), wanted, at.toString()],
      );
      return { id, action: 'address.chosen', detail: { addressId: id, wanted } };
    });
  }

  /** Throws 'stale', 'conflict' for the one that they sign in with and for the last to which letters go. */
  async remove(actor: Actor, personId: string, id: string, version: number): Promise<void> {
    await this.change(actor, personId, async ({ em, addresses }) => {
      const { main } = find(addresses, id, version);
      const isLast = goesSomewhere(addresses) && !goesSomewhere(addresses.filter((each) => each.id !== id));
      if (main || isLast) throw new DomainError('conflict');
      await run(em, 'delete from letter_address where id = $1', [id]);
      return { id, action: 'address.removed', detail: { addressId: id } };
    });
  }

  /** The person's row is the lock. Answers the id that the work names. */
  private change(actor: Actor, personId: string, work: (desk: Desk) => Promise<Done>): Promise<string> {
    refuseOthers(actor, personId);
    const at = this.clock.now();
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      await row(em, 'select 1 from person where id = $1 for no key update', [personId]);
      const addresses = await readLetterAddresses(em, personId);
      if (!addresses) throw new DomainError('not-found');
      const { id, action, detail } = await work({ em, addresses, at });
      await recordAudit(em, { actor, action, subject: { kind: 'person', id: personId }, detail, at });
      await this.jobs.enqueue(em, 'recipients-changed', { personId });
      return id;
    });
  }
}

interface Desk {
  readonly em: EntityManager;
  readonly addresses: readonly LetterAddress[];
  readonly at: Temporal.Instant;
}

interface Done {
  readonly id: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

function find(addresses: readonly LetterAddress[], id: string, version?: number): LetterAddress {
  const found = addresses.find((address) => address.id === id);
  if (!found) throw new DomainError('not-found');
  if (version !== undefined && version !== found.version) throw new DomainError('stale', { current: found.version });
  return found;
}

function refuseFaulty(address: string, addresses: readonly LetterAddress[]): void {
  const pointer = '/address';
  if (!isEmailAddress(address)) throw new DomainError('invalid', {}, [{ pointer, code: 'not-an-email' }]);
  if (addresses.some((each) => each.address.toLowerCase() === address)) {
    throw new DomainError('conflict', {}, [{ pointer, code: 'duplicate' }]);
  }
  if (addresses.length > MOST_ADDRESSES)
    throw new DomainError('invalid', {}, [{ pointer, code: 'too-many', params: { most: MOST_ADDRESSES } }]);
}
