import { HOME_ZONE } from '@app/kernel/home-zone.js';
import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeKind } from './notice.js';

/** One notice, as far as decisions about it need it. */
export interface NoticeRow {
  readonly id: string;
  readonly personId: string;
  readonly authorityId: string | null;
  /** IANA name: of the authority, else of the one that the person has belonged to for the longest. */
  readonly zone: string;
  readonly callId: string | null;
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly state: 'planned' | 'bound' | 'sent' | 'skipped' | 'failed';
  readonly reason: string | null;
  readonly updatedAt: Temporal.Instant;
}

/** Of a notice `n`: where its authority lies, else the one that the person has belonged to for the longest. */
export const ZONE_OF_NOTICE = `coalesce((select a.zone from authority a where a.id = n.authority_id),
      (select a.zone from membership m join authority a on a.id = m.authority_id where m.person_id = n.person_id order by m.since, a.id limit 1),
      '${HOME_ZONE}')`;
const SELECT = `select n.id, n.person_id as "personId", n.authority_id as "authorityId", n.call_id as "callId", n.kind, n.subject, n.params, n.state,
    n.reason, n.updated_at::text as "updatedAt",
    ${ZONE_OF_NOTICE} as zone
  from notice n`;

/** The notices that a condition on `n` finds ("where n.letter_id = $1"), perhaps locked ("… for update of n"). */
export async function readNotices(em: EntityManager, condition: string, parameters: readonly unknown[]): Promise<NoticeRow[]> {
  const found = await rows<Omit<NoticeRow, 'updatedAt'> & { updatedAt: string }>(em, `${SELECT} ${condition}`, parameters);
  return found.map((stored) => ({ ...stored, updatedAt: toInstant(stored.updatedAt) }));
}
