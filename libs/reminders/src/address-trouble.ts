import type { Jobs } from '@app/persistence/jobs.js';
import { row, rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Letters in a row that were refused for good because of the recipient; after these nothing more is sent there. */
export const SUSPENDED_AFTER = 3;

/** Addresses are compared in lower case: no mail server in use tells Jana@ from jana@. */
export function troubleKey(address: string): string {
  return address.toLowerCase();
}

export interface HardBounce {
  readonly address: string;
  readonly reason: string;
  readonly at: Temporal.Instant;
}

/** Counts a refusal for good. With the last one that is borne the address is suspended, and the plan of its owner no longer has it. */
export async function noteHardBounce(em: EntityManager, jobs: Jobs, { address, reason, at }: HardBounce): Promise<void> {
  const trouble = await row<{ bounces: number }>(
    em,
    `insert into address_trouble as t (address, hard_bounces, last_reason, last_bounce_at) values ($1, 1, $2, $3)
     on conflict (address) do update set hard_bounces = t.hard_bounces + 1, last_reason = excluded.last_reason, last_bounce_at = excluded.last_bounce_at
     returning hard_bounces as bounces`,
    [troubleKey(address), reason, at.toString()],
  );
  if (trouble!.bounces < SUSPENDED_AFTER) return;
  const suspended = await run(em, 'update address_trouble set suspended_at = $2 where address = $1 and suspended_at is null', [
    troubleKey(address),
    at.toString(),
  ]);
  if (suspended > 0) for (const personId of await ownersOf(em, address)) await jobs.enqueue(em, 'recipients-changed', { personId });
}

/** A letter arrived: what was refused before it was not for good. */
export async function forgetBounces(em: EntityManager, addresses: readonly string[]): Promise<void> {
  await run(em, 'delete from address_trouble where address = any ($1::text[]) and suspended_at is null', [addresses.map(troubleKey)]);
}

/** Those whose letters go there. */
export async function ownersOf(em: EntityManager, address: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    em,
    `select id from person where lower(email) = $1
     union select person_id from letter_address where address = $1 and verified_at is not null order by id`,
    [troubleKey(address)],
  );
  return found.map(({ id }) => id);
}
