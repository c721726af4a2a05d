import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { recordAudit } from '@app/persistence/audit.js';
import { scopeOf } from '@app/persistence/scope.js';
import { row, run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { type SittingDayContent, sittingFaults } from './sitting-day.js';
import { readSittingDay } from './sitting-days.query.js';

/** A sitting is moved, or is called something else. Milestones stay where they are: the page of the call says that they no longer fit. */
@Injectable()
export class ChangeSittingDay {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Fields that are left out stay. Throws 'not-found', 'stale', 'conflict', 'invalid'. */
  run(actor: Actor, key: string, id: string, version: number, change: Partial<SittingDayContent>): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const before = await readSittingDay(em, authorityId, id);
      if (!before) throw new DomainError('not-found');
      const { kind, name, day } = { kind: before.kind, name: before.name, day: before.day.toString(), ...change };
      const faults = sittingFaults({ kind, name });
      if (faults.length > 0) throw new DomainError('invalid', {}, faults);
      const taken = await row(
        em,
        'select 1 from sitting_day where authority_id = $1 and day = $2::date and kind = $3 and name = $4 and id <> $5',
        [authorityId, day, kind, name.trim(), id],
      );
      if (taken) throw new DomainError('conflict', {}, [{ pointer: '/day', code: 'duplicate' }]);
      const changed = await run(
        em,
        `update sitting_day set day = $3::date, kind = $4, name = $5, version = version + 1, updated_at = $6::timestamptz
         where id = $1 and version = $2`,
        [id, version, day, kind, name.trim(), at.toString()],
      );
      if (changed === 0) throw new DomainError('stale', { current: before.version });
      const detail = {
        authorityId,
        before: { kind: before.kind, name: before.name, day: before.day.toString() },
        after: { kind, name, day },
      };
      await recordAudit(em, { actor, action: 'sitting-day.changed', subject: { kind: 'sitting-day', id }, detail, at });
    });
  }
}
