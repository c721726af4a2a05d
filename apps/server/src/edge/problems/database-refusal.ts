import { DomainError } from '@app/kernel/domain-error.js';
import { OptimisticLockError } from '@mikro-orm/core';

/** The connection is lost or refused (SQLSTATE classes 08 and 57P, 53300 too many clients), or a deadlock's victim may simply try again. */
const AWAY = /^(08...|57P0[1-5]|53300|40001|40P01|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN)$/;
const AWAY_SAYS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|the database system is/i;
const UNIQUE_VIOLATION = '23505';

interface MaybeDatabaseError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly previous?: unknown;
}

/** The error and what it came of, at most eight: drivers wrap each other's. */
function causesOf(error: unknown): MaybeDatabaseError[] {
  const found: MaybeDatabaseError[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && found.length < 8) {
    const next = open.shift();
    if (typeof next !== 'object' || next === null) continue;
    const cause = next as MaybeDatabaseError;
    found.push(cause);
    open.push(cause.cause, cause.previous, ...(Array.isArray(cause.errors) ? cause.errors : []));
  }
  return found;
}

/** What the database's refusal means to the caller; undefined when it is a fault of ours. */
export function databaseRefusal(error: unknown): DomainError | undefined {
  const causes = causesOf(error);
  if (causes.some((cause) => cause instanceof OptimisticLockError)) return new DomainError('stale');
  if (causes.some((cause) => AWAY.test(String(cause.code)) || AWAY_SAYS.test(String(cause.message)))) return new DomainError('unavailable');
  if (causes.some((cause) => cause.code === UNIQUE_VIOLATION)) return new DomainError('conflict');
  return undefined;
}
