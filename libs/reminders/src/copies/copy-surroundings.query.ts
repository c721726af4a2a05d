import { readStandIns, type StandIn } from '@app/tracking/absence/stand-ins.query.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Reader } from './copy.js';
import { readReaders } from './readers.query.js';

/** SQL: person `p` is away some day, or has chosen something about their addresses; most people have not. */
export const MAY_HAVE_COPIES = `(exists (select from absence a where a.person_id = p.id) or exists (select from letter_address o where o.person_id = p.id))`;

/** What copies are planned from. */
export interface CopySurroundings {
  readonly standIns: readonly StandIn[];
  /** These people and their deputies. */
  readonly readers: ReadonlyMap<string, Reader>;
}

export async function readCopySurroundings(
  em: EntityManager,
  personIds: readonly string[],
  at: Temporal.Instant,
): Promise<CopySurroundings> {
  if (personIds.length === 0) return { standIns: [], readers: new Map() };
  const standIns = await readStandIns(em, personIds, at);
  return { standIns, readers: await readReaders(em, [...personIds, ...standIns.map(({ deputyId }) => deputyId)]) };
}
