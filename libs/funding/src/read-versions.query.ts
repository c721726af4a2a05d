import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CallChange } from './call-store.js';

export interface CallVersion {
  readonly version: number;
  readonly change: CallChange;
  readonly reason: string | null;
  readonly changedAt: Temporal.Instant;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Every published state of a call, newest first. */
export async function readVersions(em: EntityManager, callId: string): Promise<CallVersion[]> {
  const found = await rows<Omit<CallVersion, 'changedAt'> & { changedAt: string }>(
    em,
    'select version, change, reason, changed_at::text as "changedAt", document from call_version where call_id = $1 order by version desc',
    [callId],
  );
  return found.map((version) => ({ ...version, changedAt: toInstant(version.changedAt) }));
}
