import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { systemScope } from '@app/persistence/scope.js';
import { rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { closingsAhead } from './closings-ahead.js';
import type { LedgerRow } from './ledger.query.js';
import { objectionTo } from './objection.js';
import { type PlanScope, planAll } from './plan-all.js';
import { membershipKey, type Recipient, readRecipients } from './recipients.query.js';
import { addCounts, NO_WORK, type WorkCounts } from './work-counts.js';
import { readUnplanned, skip, writePlanned } from './write-plan.js';

/**
 * Brings the ledger in line with calls, register, members and what people chose: for one call, one person or all. Two at once write one after
 * the other, each with what was committed before it, so the last one is right. Running it twice changes nothing.
 */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
  ) {}

  async run(scope: PlanScope, now: Temporal.Instant): Promise<WorkCounts> {
    if (scope.callId || scope.personId) return this.plan(scope, now);
    let total = NO_WORK;
    for (const callId of await this.callsInQuestion(now)) total = addCounts(total, await this.plan({ callId }, now));
    return total;
  }

  /** Calls with a closing ahead, and those of which something is planned all the same: most of a catalogue is over. */
  private async callsInQuestion(now: Temporal.Instant): Promise<Set<string>> {
    const { calls } = await this.index.current();
    const ahead = [...calls.values()].filter(({ call }) => closingsAhead(call, now).length > 0).map(({ call }) => call.id);
    const planned = await this.transactions.run(systemScope('reminder-planning'), (em) =>
      rows<{ id: string }>(em, `select distinct call_id as id from reminder where state = 'planned'`),
    );
    return new Set([...ahead, ...planned.map(({ id }) => id)]);
  }

  private plan(scope: PlanScope, now: Temporal.Instant): Promise<WorkCounts> {
    return this.transactions.run(systemScope('reminder-planning'), async (em) => {
      await lockPlanning(em);
      const state = await this.index.current();
      const { callId, personId } = scope;
      const recipients = await readRecipients(em, { ...(personId && { personIds: [personId] }), ...(callId && { callId }) });
      const planned = planAll(state, recipients, scope, now);
      const unplanned = await readUnplanned(em, planned, scope, now);
      const skipped = await skip(em, withReasons(unplanned, recipients, state, now), now);
      const changed = await writePlanned(em, planned, now);
      return { seen: planned.length, changed, skipped, failed: 0 };
    });
  }
}

/** The index is read after this, so nobody writes a plan that is older than the one in the ledger. */
function lockPlanning(em: EntityManager): Promise<unknown> {
  return rows(em, `select pg_advisory_xact_lock(hashtextextended('plan-reminders', 0))`);
}

function withReasons(
  unplanned: readonly LedgerRow[],
  recipients: readonly Recipient[],
  state: MatchingState,
  now: Temporal.Instant,
): { id: string; reason: string }[] {
  const memberships = new Map(recipients.map((recipient) => [membershipKey(recipient), recipient]));
  return unplanned.map((reminder) => {
    const recipient = memberships.get(membershipKey(reminder));
    const reason = objectionTo(reminder, recipient, state, now) ?? (recipient?.isSuspended ? 'address-suspended' : 'plan-changed');
    return { id: reminder.id, reason };
  });
}
