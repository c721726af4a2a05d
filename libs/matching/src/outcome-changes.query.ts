import type { Outcome } from '@app/eligibility/outcome.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type StoredOutcome, storedOutcome } from './stored-outcome.js';

export interface OutcomeChange {
  /** Of the index, with which the new outcome was stored: with the call it names this change for ever. */
  readonly revision: string;
  readonly callVersion: number;
  readonly outcome: Outcome;
  /** Absent: the call had none before. */
  readonly previous?: Outcome;
  readonly at: Temporal.Instant;
}

interface OutcomeRow extends StoredOutcome {
  readonly revision: string;
  readonly version: number;
  readonly at: string;
}

/** Where a call's outcome for one authority has changed since an instant, oldest first. A new call that does not fit changes nothing. */
export async function outcomeChanges(
  em: EntityManager,
  callId: string,
  { authorityId, since }: { authorityId: string; since: Temporal.Instant },
): Promise<OutcomeChange[]> {
  const found = await rows<OutcomeRow>(
    em,
    `select o.revision::text as revision, o.call_version as version, o.computed_at::text as at, o.eligible, o.eligible_jointly as jointly, o.undetermined, a.ordinal
     from call_outcome o, authority a where o.call_id = $1 and a.id = $2
       and o.revision >= coalesce((select max(revision) from call_outcome where call_id = $1 and computed_at < $3), 0) order by o.revision`,
    [callId, authorityId, since.toString()],
  );
  return found.flatMap((row, index): OutcomeChange[] => {
    const at = toInstant(row.at);
    const before = found[index - 1];
    const outcome = storedOutcome(row);
    const previous = before && storedOutcome(before);
    if (Temporal.Instant.compare(at, since) < 0 || outcome === (previous ?? 'ineligible')) return [];
    return [{ revision: row.revision, callVersion: row.version, outcome, ...(previous && { previous }), at }];
  });
}
