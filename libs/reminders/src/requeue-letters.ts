import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { NO_WORK, type WorkCounts } from './work-counts.js';

/** Longer than all attempts of the queue together: a letter that is bound for so long has no job any more. */
const FORGOTTEN = { hours: 24 };

/**
 * Gives letters a job again that have lost theirs: a process was killed in its last attempt, or the queue was emptied. One that has a job all
 * the same is not sent twice, for it has to be claimed.
 */
@Injectable()
export class RequeueLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    return this.transactions.run(systemScope('letter-sending'), async (em) => {
      const forgotten = await rows<{ id: string }>(
        em,
        `update letter set claimed_at = $1 where id in (select id from letter where state = 'bound' and greatest(bound_at, claimed_at) < $2
           for update skip locked) returning id`,
        [now.toString(), now.subtract(FORGOTTEN).toString()],
      );
      for (const { id } of forgotten) await this.jobs.enqueue(em, 'send-letter', { letterId: id });
      return { ...NO_WORK, seen: forgotten.length, changed: forgotten.length };
    });
  }
}
