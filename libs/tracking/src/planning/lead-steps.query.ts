import { type LeadStep, SUGGESTED_STEPS } from '@app/deadlines/planning/lead-step.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface LeadSteps {
  readonly steps: readonly LeadStep[];
  /** 0: nothing is stored, these are suggested. */
  readonly version: number;
}

/** What an authority has to do before it applies; until it has said so, what most have to. */
export async function readLeadSteps(em: EntityManager, authorityId: string): Promise<LeadSteps> {
  const stored = await row<LeadSteps>(em, 'select steps, version from lead_steps where authority_id = $1', [authorityId]);
  return stored ?? { steps: SUGGESTED_STEPS, version: 0 };
}
