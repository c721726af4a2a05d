import type { AuthorityView } from '@app/authorities/authority-view.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { appliesTo, outcomeAt } from '@app/matching/outcome-of.js';
import type { FoundCall } from '@app/matching/search-calls.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import type { StanceKind } from './stance.js';
import { readStances, type StanceRow } from './stances.query.js';

/** A call that people of an authority have a stance to. */
export interface TrackedCall extends FoundCall {
  readonly call: CallRecord;
  /** One for each person, the newest first. */
  readonly stances: readonly StanceRow[];
}

/** What people of an authority follow or have dismissed, each call with its state and the authority's outcome; the newest stance first. */
@Injectable()
export class TrackedCalls {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The caller has made sure that the actor may act for the authority; row-level security does so again. */
  async run(actor: Actor, authority: AuthorityView, kind?: StanceKind): Promise<TrackedCall[]> {
    const state = await this.index.current();
    const stances = await this.transactions.run(scopeOf(actor), (em) => readStances(em, { authorityId: authority.id, kind }));
    const now = this.clock.now();
    return [...Map.groupBy(stances, ({ callId }) => callId)].flatMap(([callId, own]): TrackedCall[] => {
      const indexed = state.calls.get(callId);
      if (!indexed) return [];
      const reckoned = callStateAt(indexed.call, now, appliesTo(authority, state.named));
      return [{ call: indexed.call, state: reckoned, outcome: outcomeAt(indexed.outcomes, authority.ordinal), stances: own }];
    });
  }
}
