import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable, Logger } from '@nestjs/common';
import { bindLetter } from './bind-letter.js';
import { canWait, chooseDue, isNight, isStillComing, letterDay } from './choose-due.js';
import { hasLetterOf, isMoreDue, lockDue, overtaken } from './due-of-person.js';
import type { LedgerRow } from './ledger.query.js';
import { objectionTo } from './objection.js';
import { type Recipient, readRecipients } from './recipients.query.js';
import { addCounts, NO_WORK, type WorkCounts } from './work-counts.js';
import { skip } from './write-plan.js';

/**
 * Binds what is due at `now` to letters, a person a transaction. Any number of workers may do this at once, and as often as they like:
 * a person whom another looks after is left to it, and what is bound is no longer due.
 */
@Injectable()
export class ReleaseDueLetters {
  private readonly logger = new Logger('Reminders');

  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    const people = await this.transactions.run(systemScope('letter-sending'), (em) =>
      rows<{ id: string }>(em, `select distinct person_id as id from reminder where state = 'planned' and due_at <= $1`, [now.toString()]),
    );
    if (people.length === 0) return NO_WORK;
    const state = await this.index.current();
    let total = NO_WORK;
    for (const { id } of people) total = addCounts(total, await this.releaseOrLog(id, state, now));
    return total;
  }

  /** One person's trouble is not everybody's; the next tick tries again. */
  private async releaseOrLog(personId: string, state: MatchingState, now: Temporal.Instant): Promise<WorkCounts> {
    try {
      return await this.release(personId, state, now);
    } catch (error) {
      this.logger.error({ message: 'The due reminders of a person could not be bound', reason: (error as Error).message });
      return { ...NO_WORK, seen: 1, failed: 1 };
    }
  }

  private release(personId: string, state: MatchingState, now: Temporal.Instant): Promise<WorkCounts> {
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      const due = await lockDue(em, personId, now);
      if (due.length === 0) return NO_WORK;
      const recipients = await readRecipients(em, personId);
      const late = await overtaken(em, due);
      const looked = due.map((reminder) => ({ reminder, reason: reasonAgainst(reminder, recipients, late, state, now) }));
      const right = looked.filter(({ reason }) => !reason).map(({ reminder }) => reminder);
      const frequency = recipients[0]?.preference.frequency ?? 'daily';
      const { day, endsAt } = letterDay(due, now);
      if (frequency !== 'immediate' && right.length > 0) {
        if (isNight(right, now) || isStillComing(right, now) || (await isMoreDue(em, personId, now, endsAt))) return NO_WORK;
        // one letter a person and day: what is added later waits for tomorrow's
        if (canWait(right, day) && (await hasLetterOf(em, personId, day))) return NO_WORK;
      }
      const { letters, superseded } = chooseDue(right, frequency);
      for (const reminders of letters) await bindLetter(em, this.jobs, { personId, day, reminders, now });
      const against = looked.flatMap(({ reminder: { id }, reason }) => (reason ? [{ id, reason }] : []));
      const skipped = await skip(em, [...against, ...superseded.map(({ id }) => ({ id, reason: 'superseded' }))], now);
      return { seen: due.length, changed: letters.flat().length, skipped, failed: 0 };
    });
  }
}

function reasonAgainst(
  reminder: LedgerRow,
  recipients: readonly Recipient[],
  late: ReadonlySet<string>,
  state: MatchingState,
  now: Temporal.Instant,
): string | undefined {
  if (late.has(reminder.id)) return 'superseded';
  const recipient = recipients.find(({ authorityId }) => authorityId === reminder.authorityId);
  return objectionTo(reminder, recipient, state, now);
}
