import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { insertNotices } from './notices/insert-notice.js';
import { refuseOthers } from './set-preference.js';
import { readTestLetters, type TestLetter } from './test-letter.js';

/** So many in an hour: enough to try, too few to fill somebody's mailbox. */
export const MOST_TEST_LETTERS = 5;
const WINDOW = { hours: 1 };

/**
 * A letter to oneself, by the same queue as every other, to see whether letters arrive; administrators may send one to anybody. While one waits
 * it is that one that is answered. Throws 'not-found' to others and 'too-many-requests' with `retryAfterSeconds`.
 */
@Injectable()
export class SendTestLetter {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, personId: string): Promise<TestLetter> {
    refuseOthers(actor, personId);
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const person = await row(em, 'select 1 from person where id = $1 for no key update', [personId]);
      if (!person) throw new DomainError('not-found');
      const before = await readTestLetters(em, personId);
      const waiting = before.find(({ state }) => state === 'waiting');
      if (waiting) return waiting;
      refuseTooMany(before, at);
      const id = newId(at);
      await insertNotices(em, [{ personId, kind: 'test-letter', subject: id }], at);
      await recordAudit(em, { actor, action: 'test-letter.asked', subject: { kind: 'person', id: personId }, detail: { id }, at });
      return { id, state: 'waiting', askedAt: at };
    });
  }

  /** What became of one. Throws 'not-found'. */
  async find(actor: Actor, personId: string, id: string): Promise<TestLetter> {
    refuseOthers(actor, personId);
    const letters = await this.transactions.run(scopeOf(actor), (em) => readTestLetters(em, personId));
    const found = letters.find((letter) => letter.id === id);
    if (!found) throw new DomainError('not-found');
    return found;
  }
}

/** The oldest of those that count decides how long to wait; what lies "after" now was asked for under another set time. */
function refuseTooMany(before: readonly TestLetter[], at: Temporal.Instant): void {
  const recent = before.filter(
    ({ askedAt }) => Temporal.Instant.compare(askedAt, at) <= 0 && Temporal.Instant.compare(askedAt.add(WINDOW), at) > 0,
  );
  const deciding = recent[MOST_TEST_LETTERS - 1];
  if (!deciding) return;
  const seconds = Math.ceil(deciding.askedAt.add(WINDOW).since(at).total('seconds'));
  throw new DomainError('too-many-requests', { retryAfterSeconds: Math.max(1, seconds) });
}
