import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A reminder of a call that has gone. */
export interface SentLead {
  readonly personId: string;
  readonly authorityId: string;
  readonly deadlineId: string;
  /** The day of which it reminded: "2014-07-25". */
  readonly closesOn: string;
  readonly lead: number;
  readonly unit: string;
}

/** Of a call, to be asked with `sentLeadKey`. */
export async function readSentLeads(em: EntityManager, callId: string): Promise<Set<string>> {
  const sent = await rows<SentLead>(
    em,
    `select person_id as "personId", authority_id as "authorityId", deadline_id as "deadlineId", closes_on::text as "closesOn", lead, unit
     from reminder where call_id = $1 and state = 'sent'`,
    [callId],
  );
  return new Set(sent.map(sentLeadKey));
}

export function sentLeadKey({ personId, authorityId, deadlineId, closesOn, lead, unit }: SentLead): string {
  return [personId, authorityId, deadlineId, closesOn, lead, unit].join(' ');
}
