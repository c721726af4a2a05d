import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { newId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import { Injectable } from '@nestjs/common';
import { authorityActedFor, refuseHiddenCall } from '../acting-for.js';
import { type MilestoneContent, MOST_MILESTONES } from '../milestone.js';
import { readMilestones } from '../milestones.query.js';

/** A milestone of the authority's own, that no plan has. */
@Injectable()
export class AddMilestone {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Answers its id. Throws 'not-found', 'invalid'. */
  run(actor: Actor, key: string, callId: string, { name, day }: MilestoneContent): Promise<string> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      await refuseHiddenCall(em, callId);
      const known = await readMilestones(em, { authorityId, callIds: [callId] });
      if (known.length >= MOST_MILESTONES) {
        throw new DomainError('invalid', {}, [{ pointer: '', code: 'too-many', params: { most: MOST_MILESTONES } }]);
      }
      const id = newId(at);
      await run(
        em,
        `insert into milestone (id, authority_id, call_id, source, name, day, sequence, created_by, version, created_at, updated_at)
         values ($1, $2, $3, $4, $5::jsonb, $6::date, 0, $7, 1, $8::timestamptz, $8::timestamptz)`,
        [id, authorityId, callId, `own:${id}`, JSON.stringify(name), day, actor.id, at.toString()],
      );
      await recordAudit(em, {
        actor,
        action: 'milestone.added',
        subject: { kind: 'milestone', id },
        detail: { authorityId, callId, day },
        at,
      });
      await raiseIndexRevision(em);
      return id;
    });
  }
}
