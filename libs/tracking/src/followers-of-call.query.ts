import type { EntityManager } from '@mikro-orm/postgresql';
import { readStances } from './stances.query.js';

export interface Followers {
  readonly people: number;
  readonly authorities: number;
}

/** How many people follow a call, and on behalf of how many authorities, as far as the scope may see. */
export async function followersOfCall(em: EntityManager, callId: string): Promise<Followers> {
  const stances = await readStances(em, { callId, kind: 'followed' });
  const count = (of: (stance: (typeof stances)[number]) => string) => new Set(stances.map(of)).size;
  return { people: count(({ personId }) => personId), authorities: count(({ authorityId }) => authorityId) };
}
