import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { StanceKind } from './stance.js';

/** Where somebody stands on a call on behalf of an authority, and since when. */
export interface Standing {
  readonly personId: string;
  readonly authorityId: string;
  readonly callId: string;
  /** null: no stance any more. */
  readonly kind: StanceKind | null;
  /** Since when it is followed, or dismissed. */
  readonly since: Temporal.Instant | null;
  /** When the last dismissal was taken back. */
  readonly dismissedUntil: Temporal.Instant | null;
}

export interface StandingFilter {
  readonly personIds?: readonly string[] | undefined;
  readonly callId?: string | undefined;
}

type Stored = Omit<Standing, 'since' | 'dismissedUntil'> & { since: string | null; dismissedUntil: string | null };

/** Of everybody who has ever said something about a call, as far as the scope may see. */
export async function readStandings(em: EntityManager, { personIds, callId }: StandingFilter = {}): Promise<Standing[]> {
  const condition = '($1::uuid[] is null or person_id = any ($1)) and ($2::uuid is null or call_id = $2)';
  const found = await rows<Stored>(
    em,
    `select person_id as "personId", authority_id as "authorityId", call_id as "callId", s.kind, s.since::text as since, e.ended_at::text as "dismissedUntil"
     from (select * from stance where ${condition}) s full join (select * from ended_dismissal where ${condition}) e using (person_id, authority_id, call_id)`,
    [personIds ?? null, callId ?? null],
  );
  const instant = (text: string | null) => (text === null ? null : toInstant(text));
  return found.map((stored) => ({ ...stored, since: instant(stored.since), dismissedUntil: instant(stored.dismissedUntil) }));
}
