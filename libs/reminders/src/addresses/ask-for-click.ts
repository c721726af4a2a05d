import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertNotices } from '../notices/insert-notice.js';
import { MOST_ASKED } from './letter-address.js';

const WINDOW = { hours: 24 };

export interface Asked {
  readonly personId: string;
  readonly addressId: string;
  readonly address: string;
  readonly at: Temporal.Instant;
}

/**
 * A letter to the address itself, with the link that proves it; the link is made when the letter is written. Throws 'too-many-requests' with
 * `retryAfterSeconds`: nobody's mailbox is filled from here. Needs a scope that sees what others have asked for.
 */
export async function askForClick(em: EntityManager, { personId, addressId, address, at }: Asked): Promise<void> {
  await rows(em, `select pg_advisory_xact_lock(hashtextextended('verify-address', 0))`);
  await refuseBeyond(em, `params ->> 'address' = $1`, address, MOST_ASKED.ofAddress, at);
  await refuseBeyond(em, 'person_id::text = $1', personId, MOST_ASKED.ofPerson, at);
  const params = { address, addressId };
  await insertNotices(em, [{ personId, kind: 'verify-address', subject: `${addressId}:${newId(at)}`, params }], at);
}

async function refuseBeyond(em: EntityManager, condition: string, value: string, limit: number, at: Temporal.Instant): Promise<void> {
  const [deciding] = await rows<{ seconds: number }>(
    em,
    `select ceil(extract(epoch from created_at - $2::timestamptz))::int as seconds from notice
     where kind = 'verify-address' and ${condition} and created_at > $2 and created_at <= $3 order by created_at desc offset $4 limit 1`,
    [value, at.subtract(WINDOW).toString(), at.toString(), limit - 1],
  );
  if (deciding) throw new DomainError('too-many-requests', { retryAfterSeconds: Math.max(1, deciding.seconds) });
}
