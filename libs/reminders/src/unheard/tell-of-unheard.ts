import { MatchingIndex } from '@app/matching/matching-index.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { insertNotices } from '../notices/insert-notice.js';
import { NO_WORK, type WorkCounts } from '../work-counts.js';
import { findUnheard } from './find-unheard.js';

/** Calls that close in a week and that nobody of an authority has taken up: told once for each closing. Running it twice adds nothing. */
@Injectable()
export class TellOfUnheard {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  async run(now: Temporal.Instant): Promise<WorkCounts> {
    const state = await this.index.current();
    const isNear = (nearFrom: Temporal.Instant) => Temporal.Instant.compare(nearFrom, now) <= 0;
    return this.transactions.run(systemScope('reminder-planning'), async (em) => {
      const found = await findUnheard(em, state, { now, isNear });
      const notices = found.map(({ nearFrom: _, ...notice }) => notice);
      return { ...NO_WORK, seen: notices.length, changed: await insertNotices(em, notices, now) };
    });
  }
}
