import { type ForeseenEntries, foreseeEntries } from '@app/calendar/foresee-entries.js';
import type { Lint } from '@app/eligibility/linting/lint.js';
import { lintRule } from '@app/eligibility/linting/lint-rule.js';
import { readCallCommand } from '@app/funding/call-command.js';
import type { CallRecord } from '@app/funding/call-record.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { impactOf, type OutcomeImpact } from '@app/matching/impact.js';
import { lintContextOf } from '@app/matching/lint-context.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { type Proposal, proposedCall, withCall } from '@app/matching/proposed-call.js';
import { type Witness, witnesses } from '@app/matching/witnesses.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { type ForeseenReminders, foreseeReminders } from '@app/reminders/foresee-reminders.js';
import { type Followers, followersOfCall } from '@app/tracking/followers-of-call.query.js';
import { Injectable } from '@nestjs/common';
import { ReadCallFor } from './read-call-for.js';

/** What somebody types and has not saved yet: rule and deadlines as unread JSON. */
export interface UnsavedChange {
  readonly rule?: unknown;
  readonly deadlines?: readonly unknown[];
}

export interface CallImpact {
  readonly call: CallRecord;
  readonly outcomes: OutcomeImpact;
  readonly reminders: ForeseenReminders;
  readonly calendar: ForeseenEntries;
  /** Who follows the call, and is told what changes. */
  readonly followers: Followers;
  /** Whether anybody outside the editors' pages would notice: false for a change that changes nothing. */
  readonly hasEffect: boolean;
  readonly lints: readonly Lint[];
  readonly witnesses: readonly Witness[];
}

/** What publishing a draft, or saving a change, would do: answered by the functions that do it afterwards. Stores nothing. */
@Injectable()
export class ForeseeImpact {
  constructor(
    private readonly readCall: ReadCallFor,
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws not-found for a draft that the actor may not see, invalid-rule or invalid-deadline for a change that cannot be read. */
  async run(actor: Actor, id: string, change: UnsavedChange = {}): Promise<CallImpact> {
    const now = this.clock.now();
    const proposal = readProposal(change);
    const call = await this.readCall.run(actor, id);
    const before = await this.index.current();
    const proposed = proposedCall(call, proposal, now);
    const after = withCall(before, proposed);
    const outcomes = impactOf(before, after, id);
    const [reminders, calendar, followers] = await this.transactions.run(systemScope('impact'), async (em) => [
      await foreseeReminders(em, after, id, now),
      await foreseeEntries(em, { before, after }, id, now),
      await followersOfCall(em, id),
    ]);
    return {
      call,
      outcomes,
      reminders,
      calendar,
      followers,
      hasEffect: call.state === 'draft' || outcomes.transitions.length > 0 || reminders.people > 0 || calendar.feeds > 0,
      lints: lintRule(proposed.rule, lintContextOf(after, proposed)),
      witnesses: witnesses(after, proposed.rule),
    };
  }
}

function readProposal({ rule, deadlines }: UnsavedChange): Proposal {
  const content = readCallCommand({ ...(rule === undefined ? {} : { rule }), ...(deadlines === undefined ? {} : { deadlines }) });
  return { ...(content.rule ? { rule: content.rule } : {}), ...(content.deadlines ? { deadlines: content.deadlines } : {}) };
}
