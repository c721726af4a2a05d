import { toInstant } from '@app/persistence/instant.type.js';
import { row } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_PREFERENCE, type ReminderPreference } from './preference.js';

/** As PostgreSQL hands it out. */
export interface PreferenceRow extends Omit<ReminderPreference, 'stoppedAt' | 'updatedAt'> {
  readonly stoppedAt: string | null;
  readonly updatedAt: string;
}

/** Of `reminder_preference c`. */
export const PREFERENCE_COLUMNS = `c.leads, c.unit, c.about, c.frequency, c.stopped_at::text as "stoppedAt", c.version, c.updated_at::text as "updatedAt"`;

/** No row is the default. */
export function toPreference(found: PreferenceRow | null | undefined): ReminderPreference {
  if (!found) return DEFAULT_PREFERENCE;
  return { ...found, stoppedAt: found.stoppedAt === null ? null : toInstant(found.stoppedAt), updatedAt: toInstant(found.updatedAt) };
}

export async function readPreference(em: EntityManager, personId: string): Promise<ReminderPreference> {
  return toPreference(
    await row<PreferenceRow>(em, `select ${PREFERENCE_COLUMNS} from reminder_preference c where c.person_id = $1`, [personId]),
  );
}
