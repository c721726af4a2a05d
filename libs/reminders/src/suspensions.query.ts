import { toInstant } from '@app/persistence/instant.type.js';
import { rows } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An address to which nothing is sent, because mail servers refused it for good. */
export interface SuspendedAddress {
  readonly address: string;
  /** Those whose letters go there, as far as the question was about them. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  /** Letters in a row. */
  readonly hardBounces: number;
  /** What the mail server said last. */
  readonly lastReason: string;
  readonly suspendedAt: Temporal.Instant;
}

/** Those that the scope shows (a person's own, an administrator's all), the latest first; perhaps of one person only. */
export async function readSuspensions(em: EntityManager, { personId }: { personId?: string } = {}): Promise<SuspendedAddress[]> {
  const found = await rows<Omit<SuspendedAddress, 'suspendedAt'> & { suspendedAt: string }>(
    em,
    `select t.address, jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id) as owners, t.hard_bounces as "hardBounces",
       t.last_reason as "lastReason", t.suspended_at::text as "suspendedAt"
     from address_trouble t join person p on lower(p.email) = t.address
       or p.id in (select a.person_id from letter_address a where a.address = t.address and a.verified_at is not null)
     where t.suspended_at is not null and ($1::uuid is null or p.id = $1)
     group by t.address order by t.suspended_at desc, t.address`,
    [personId ?? null],
  );
  return found.map(({ suspendedAt, ...address }) => ({ ...address, suspendedAt: toInstant(suspendedAt) }));
}
