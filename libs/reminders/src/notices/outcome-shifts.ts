import { Bitset } from '@app/eligibility/index/bitset.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Two outcomes of a call that follow each other. */
export interface OutcomeShift {
  /** Index revision of the later one. */
  readonly revision: string;
  /** Index revision of the one before it. */
  readonly since: string;
  readonly at: Temporal.Instant;
  /** The rule was changed between the two; else the register moved. */
  readonly isOfRule: boolean;
  /** By ordinals. */
  readonly was: Bitset;
  readonly is: Bitset;
}

interface Stored {
  revision: string;
  eligible: Buffer;
  computedAt: string;
  rule: unknown;
}

/** How far back is looked for what was not told yet, in days: longer than an outage. */
const LOOK_BACK_DAYS = 14;

/** The outcomes of a call that were reckoned in the last days, each against the one before it. */
export async function outcomeShifts(em: EntityManager, callId: string, now: Temporal.Instant): Promise<OutcomeShift[]> {
  const found = await rows<Stored>(
    em,
    `select o.revision::text as revision, o.eligible, o.computed_at::text as "computedAt", v.document -> 'rule' as rule
     from call_outcome o left join call_version v on v.call_id = o.call_id and v.version = o.call_version
     where o.call_id = $1 and (o.computed_at > $2 or o.revision = (select max(revision) from call_outcome where call_id = $1 and computed_at <= $2))
     order by o.revision`,
    [callId, now.subtract({ hours: 24 * LOOK_BACK_DAYS }).toString()],
  );
  const eligible = ({ eligible: bytes }: Stored) => Bitset.fromBytes(new Uint8Array(bytes));
  return found.slice(1).map((after, index) => {
    const before = found[index]!;
    const isOfRule = JSON.stringify(before.rule) !== JSON.stringify(after.rule);
    return {
      revision: after.revision,
      since: before.revision,
      at: toInstant(after.computedAt),
      isOfRule,
      was: eligible(before),
      is: eligible(after),
    };
  });
}

/** Ids of the authorities that were in the register at an index revision already: the others are new, and have gained nothing. */
export async function knownAt(em: EntityManager, revision: string): Promise<Set<string>> {
  const found = await rows<{ id: string }>(em, 'select distinct authority_id as id from authority_version where revision <= $1', [
    revision,
  ]);
  return new Set(found.map(({ id }) => id));
}
