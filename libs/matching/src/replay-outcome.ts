import { applicantOf } from '@app/authorities/authority-view.js';
import { authorityAt } from '@app/authorities/history.query.js';
import { namedTerritoriesAt } from '@app/authorities/territories/named-territories.query.js';
import { namedTerritoriesOn } from '@app/authorities/territories/named-territories-on.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import { callsAt } from '@app/funding/calls-at.query.js';
import { dayAt } from '@app/kernel/clock.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { systemScope } from '@app/persistence/scope.js';
import { row } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { REGISTER_ZONE } from './matching-index.js';
import { type StoredOutcome, storedOutcome } from './stored-outcome.js';

export interface Replay {
  /** As the bitmaps of that revision have it. */
  readonly stored: Outcome;
  /** As the evaluator finds it from the rule and the facts of that revision. */
  readonly replayed: Outcome;
}

interface DatedOutcome extends StoredOutcome {
  readonly computedAt: string;
}

/** Reckons a stored outcome again from what was recorded then; undefined where nothing was stored or known. */
@Injectable()
export class ReplayOutcome {
  constructor(private readonly transactions: Transactions) {}

  run(callId: string, revision: bigint, key: string): Promise<Replay | undefined> {
    return this.transactions.run(systemScope('matching-index'), async (em) => {
      const stored = await row<DatedOutcome>(
        em,
        `select o.eligible, o.eligible_jointly as jointly, o.undetermined, o.computed_at::text as "computedAt", a.ordinal from call_outcome o, authority a
         where o.call_id = $1 and o.revision = $2 and a.key = $3`,
        [callId, revision.toString(), key],
      );
      const authority = await authorityAt(em, key, { revision });
      const [call] = await callsAt(em, { revision }, callId);
      if (!stored || !authority || !call) return undefined;
      const day = dayAt(toInstant(stored.computedAt), REGISTER_ZONE).toString();
      const named = namedTerritoriesOn(await namedTerritoriesAt(em, { revision }), day);
      return { stored: storedOutcome(stored), replayed: evaluate(call.rule, applicantOf(authority), named).outcome };
    });
  }
}
