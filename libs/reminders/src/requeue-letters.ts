import { Jobs } from '@app/persistence/jobs.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { LetterJob } from './letter-state.js';
import { NO_WORK, type WorkCounts } from './work-counts.js';

/** Longer than the longest pause between two attempts (four hours): a letter that is bound for so long has no job any more. */
const FORGOTTEN = { hours: 6 };

/**
 * Gives letters a job again that have lost theirs: it failed too often for another reason than the mail server, or the queue was emptied. One that has a job all
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
      const forgotten = await rows<LetterJob>(
        em,
        `update letter set tried_at = $1 where id in (select id from letter where state = 'bound' and greatest(bound_at, claimed_at, tried_at) < $2
           for update skip locked) returning id as "letterId", refusals`,
        [now.toString(), now.subtract(FORGOTTEN).toString()],
      );
      await this.jobs.enqueueAll(em, 'send-letter', forgotten);
      return { ...NO_WORK, seen: forgotten.length, changed: forgotten.length };
    });
  }
}
