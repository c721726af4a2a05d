import type { EntityManager } from '@mikro-orm/postgresql';
import { readPreference } from '../read-preference.query.js';
import { type LeadsInForce, leadsInForce } from './lead-choice.js';
import { readLeadChoices } from './lead-choices.query.js';

export interface LeadsHere extends LeadsInForce {
  /** Of the choice for this very place; 0: there never was one. */
  readonly version: number;
}

interface Place {
  readonly personId: string;
  readonly authorityId: string;
  /** null: the authority at large. */
  readonly callId: string | null;
}

/** The leads that hold for somebody in one place, as far as the scope may see. */
export async function readLeadsHere(em: EntityManager, { personId, authorityId, callId }: Place): Promise<LeadsHere> {
  const found = await readLeadChoices(em, { personIds: [personId], authorityId });
  const choices = new Map(found.map((choice) => [choice.callId, choice]));
  return { ...leadsInForce(callId, choices, await readPreference(em, personId)), version: choices.get(callId)?.version ?? 0 };
}
