import { type AuthorityView, applicantOf, isValidOn } from '@app/authorities/authority-view.js';
import { authorityAt, zoneOf } from '@app/authorities/history.query.js';
import { namedTerritoriesAt } from '@app/authorities/territories/named-territories.query.js';
import { namedTerritoriesOn } from '@app/authorities/territories/named-territories-on.js';
import type { CallState } from '@app/deadlines/call-status.js';
import { type Evaluation, evaluate } from '@app/eligibility/evaluate.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { callStateAt } from '@app/funding/call-status.js';
import { callsAt } from '@app/funding/calls-at.query.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { systemScope } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { appliesTo } from './outcome-of.js';
import { type UnverifiedFact, unverifiedFacts } from './unverified-facts.js';

export interface PastMatch {
  readonly call: CallRecord;
  readonly state: CallState;
  readonly evaluation: Evaluation;
  readonly unverified: readonly UnverifiedFact[];
}

/** What was the answer on a day: with the rules and facts as they stood at its end (today: now), by the evaluator, from the recorded versions. */
@Injectable()
export class MatchesAt {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Of an ended authority too. Throws not-found for one that was not known or not valid on that day, and for days that are still to come. */
  async run(key: string, day: Temporal.PlainDate): Promise<{ authority: AuthorityView; matches: PastMatch[] }> {
    const now = this.clock.now();
    return this.transactions.run(systemScope('matching-index'), async (em) => {
      const zone = await zoneOf(em, key);
      if (zone === undefined || Temporal.PlainDate.compare(day, dayAt(now, zone)) > 0) throw new DomainError('not-found');
      const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
      const at = Temporal.Instant.compare(end, now) < 0 ? end.subtract({ milliseconds: 1 }) : now;
      const before = at.add({ milliseconds: 1 });
      const authority = await authorityAt(em, key, { before });
      if (!authority || !isValidOn(authority, day.toString())) throw new DomainError('not-found');
      const calls = await callsAt(em, { before });
      const applicant = applicantOf(authority);
      const named = namedTerritoriesOn(await namedTerritoriesAt(em, { before }), day.toString());
      const applies = appliesTo(authority, named);
      return {
        authority,
        matches: calls.map((call) => ({
          call,
          state: callStateAt(call, at, applies),
          evaluation: evaluate(call.rule, applicant, named),
          unverified: unverifiedFacts(call.rule, authority, day, named),
        })),
      };
    });
  }
}
