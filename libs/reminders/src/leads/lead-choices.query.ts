import type { LeadUnit } from '@app/deadlines/leads.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LeadChoice } from './lead-choice.js';

export interface LeadChoiceRow extends LeadChoice {
  readonly personId: string;
  readonly authorityId: string;
}

export interface LeadChoiceFilter {
  readonly personIds?: readonly string[] | undefined;
  readonly authorityId?: string | undefined;
  /** Also what is chosen for the authority at large. */
  readonly callId?: string | undefined;
}

type Stored = Omit<LeadChoiceRow, 'updatedAt' | 'chosen'> & { updatedAt: string; leads: number[] | null; unit: LeadUnit | null };

/** The choices that the transaction's scope may see, those that were taken back too. */
export async function readLeadChoices(
  em: EntityManager,
  { personIds, authorityId, callId }: LeadChoiceFilter = {},
): Promise<LeadChoiceRow[]> {
  const found = await rows<Stored>(
    em,
    `select person_id as "personId", authority_id as "authorityId", call_id as "callId", leads, unit, version, updated_at::text as "updatedAt" from lead_choice
     where ($1::uuid[] is null or person_id = any ($1)) and ($2::uuid is null or authority_id = $2)
       and ($3::uuid is null or call_id = $3 or call_id is null) order by updated_at desc, id`,
    [personIds ?? null, authorityId ?? null, callId ?? null],
  );
  return found.map(({ leads, unit, updatedAt, ...rest }) => ({
    ...rest,
    chosen: leads && unit ? { leads, unit } : null,
    updatedAt: toInstant(updatedAt),
  }));
}
