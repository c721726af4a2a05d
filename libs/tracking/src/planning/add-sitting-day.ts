import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { MOST_SITTINGS, type SittingDayContent, sittingFaults } from './sitting-day.js';

/** A sitting of a body of the authority, entered by hand. */
@Injectable()
export class AddSittingDay {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Answers its id. Throws 'conflict' for a body that sits on that day already, 'invalid', 'not-found' for another authority. */
  run(actor: Actor, key: string, content: SittingDayContent): Promise<string> {
    const at = this.clock.now();
    const name = content.name.trim();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const faults = sittingFaults(content);
      if (faults.length > 0) throw new DomainError('invalid', {}, faults);
      const known = await row<{ count: number }>(em, 'select count(*)::int as count from sitting_day where authority_id = $1', [
        authorityId,
      ]);
      if (known!.count >= MOST_SITTINGS) {
        throw new DomainError('invalid', {}, [{ pointer: '', code: 'too-many', params: { most: MOST_SITTINGS } }]);
      }
      const id = newId(at);
      const added = await run(
        em,
        `insert into sitting_day (id, authority_id, day, kind, name, origin, version, created_at, updated_at)
         values ($1, $2, $3::date, $4, $5, $6, 1, $7::timestamptz, $7::timestamptz) on conflict do nothing`,
        [id, authorityId, content.day, content.kind, name, id, at.toString()],
      );
      if (added === 0) throw new DomainError('conflict', {}, [{ pointer: '/day', code: 'duplicate' }]);
      const detail = { authorityId, kind: content.kind, name, day: content.day };
      await recordAudit(em, { actor, action: 'sitting-day.added', subject: { kind: 'sitting-day', id }, detail, at });
      return id;
    });
  }
}
