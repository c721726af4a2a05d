import { createHash } from 'node:crypto';
import { DomainError } from '@app/kernel/domain-error.js';
import { row, rows, run } from '@app/persistence/sql.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clientNetwork } from './client-network.js';

const WINDOW = { minutes: 15 } as const;
const LIMIT = { account: 10, network: 50 } as const;

/** One try, and the two counters it counts in: this account from this network, and everything from this network. */
export interface Attempt {
  readonly account: string;
  readonly network: string;
  readonly at: Temporal.Instant;
}

/** Counters are hashes: the table needs to tell no addresses. */
function bucket(kind: keyof typeof LIMIT, text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('base64url')}`;
}

export function attemptOf(email: string, ip: string, at: Temporal.Instant): Attempt {
  const network = clientNetwork(ip);
  return { account: bucket('account', `${network} ${email}`), network: bucket('network', network), at };
}

/**
 * Counts the attempt before the password is looked at, in a transaction of its own: a thousand tries at once wait for the same lock, so
 * only as many as are allowed get through. Throws 'too-many-requests' with `retryAfterSeconds`; a refused try is not counted again.
 */
export async function countAttempt(em: EntityManager, attempt: Attempt): Promise<void> {
  await rows(em, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [attempt.network]);
  await run(em, 'delete from sign_in_attempt where at <= $1', [attempt.at.subtract(WINDOW).toString()]);
  await refuseBeyond(em, attempt.account, LIMIT.account, attempt.at);
  await refuseBeyond(em, attempt.network, LIMIT.network, attempt.at);
  await run(em, 'insert into sign_in_attempt (bucket, at) values ($1, $3), ($2, $3)', [
    attempt.account,
    attempt.network,
    attempt.at.toString(),
  ]);
}

/** The limit-th newest attempt decides how long to wait. Attempts "after" now were made under another set time (`--now`). */
async function refuseBeyond(em: EntityManager, name: string, limit: number, now: Temporal.Instant): Promise<void> {
  const deciding = await row<{ ms: string }>(
    em,
    `select floor(extract(epoch from at) * 1000)::bigint::text as ms from sign_in_attempt where bucket = $1 and at <= $2
      order by at desc offset $3 limit 1`,
    [name, now.toString(), limit - 1],
  );
  if (!deciding) return;
  const free = Temporal.Instant.fromEpochMilliseconds(Number(deciding.ms)).add(WINDOW);
  throw new DomainError('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(free.since(now).total('seconds'))) });
}

/** Signing in forgives the account's wrong tries, but of the network only this one: else an own account would reset the counter for others'. */
export async function forgiveAttempt(em: EntityManager, attempt: Attempt): Promise<void> {
  await run(em, 'delete from sign_in_attempt where bucket = $1', [attempt.account]);
  await run(em, 'delete from sign_in_attempt where ctid = (select ctid from sign_in_attempt where bucket = $1 and at = $2 limit 1)', [
    attempt.network,
    attempt.at.toString(),
  ]);
}
