import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { row, rows } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { seal, storedKey, unseal } from './sealed-answer.js';

/** An answer is given again for a day; a reservation without an answer is that of a dead process after a minute. */
const KEPT = { hours: 24 };
const RUNNING = { seconds: 60 };
const NOBODY = { kind: 'nobody' } as const;

export interface Reservation {
  readonly actorId: string;
  readonly key: string;
  readonly requestHash: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; empty for none. */
  readonly body: string;
}

interface KeyRow {
  request_hash: string;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

/**
 * The table of reserved keys. Uniqueness is the lock: a request inserts its key and acts only if that succeeded. The answer is stored after
 * the act's own commit; a process that dies between the two leaves a key whose request may be repeated after a minute.
 */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Undefined: the key is ours, act. Else the answer of the first request; throws 'idempotency-key-reused', 'idempotency-in-progress'. */
  reserve(reservation: Reservation): Promise<Answer | undefined> {
    return this.transactions.run(NOBODY, async (em) => {
      if (await this.insert(em, reservation)) return undefined;
      const select = 'select request_hash, status, headers, body from idempotency_key where actor_id = $1 and key = $2';
      const found = await row<KeyRow>(em, select, [reservation.actorId, storedKey(reservation.key)]);
      if (found && found.request_hash !== reservation.requestHash) throw new DomainError('idempotency-key-reused');
      if (found?.status == null) throw new DomainError('idempotency-in-progress');
      return { status: found.status, headers: found.headers ?? {}, body: found.body ? unseal(found.body, reservation.key) : '' };
    });
  }

  /** Takes over what is older than a day, or unanswered for a minute; older or "newer": --now may have turned the clock back. */
  private async insert(em: EntityManager, { actorId, key, requestHash }: Reservation): Promise<boolean> {
    const now = this.clock.now();
    const bounds = [KEPT, RUNNING].flatMap((span) => [now.subtract(span).toString(), now.add(span).toString()]);
    const mine = await row(
      em,
      `insert into idempotency_key as k (actor_id, key, request_hash, created_at) values ($1, $2, $3, $4)
      on conflict (actor_id, key) do update
        set request_hash = excluded.request_hash, status = null, headers = null, body = null, created_at = excluded.created_at
        where k.created_at <= $5 or k.created_at >= $6 or (k.status is null and (k.created_at <= $7 or k.created_at >= $8))
      returning 1`,
      [actorId, storedKey(key), requestHash, now.toString(), ...bounds],
    );
    return mine !== undefined;
  }

  async keep(reservation: Reservation, answer: Answer): Promise<void> {
    const { actorId, key, requestHash } = reservation;
    await this.transactions.run(NOBODY, async (em) => {
      await rows(
        em,
        'update idempotency_key set status = $4, headers = $5, body = $6 where actor_id = $1 and key = $2 and request_hash = $3 and status is null',
        [actorId, storedKey(key), requestHash, answer.status, JSON.stringify(answer.headers), answer.body && seal(answer.body, key)],
      );
      await this.forgetSome(em);
    });
  }

  /** The request failed by no fault of the caller: it may be sent again. */
  async release({ actorId, key, requestHash }: Reservation): Promise<void> {
    await this.transactions.run(NOBODY, (em) =>
      rows(em, 'delete from idempotency_key where actor_id = $1 and key = $2 and request_hash = $3 and status is null', [
        actorId,
        storedKey(key),
        requestHash,
      ]),
    );
  }

  /** What is over is cleared away in passing; rows that another request holds are left to it. */
  private async forgetSome(em: EntityManager): Promise<void> {
    await rows(
      em,
      `delete from idempotency_key where (actor_id, key) in
        (select actor_id, key from idempotency_key where created_at <= $1 limit 100 for update skip locked)`,
      [this.clock.now().subtract(KEPT).toString()],
    );
  }
}
