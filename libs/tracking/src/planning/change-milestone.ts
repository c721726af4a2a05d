import type { Actor } from '@app/kernel/actor.js';
import { mayActFor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Milestone, MilestoneContent } from '../milestone.js';
import { readMilestone } from '../milestones.query.js';

/** `removed`: taken away, though calendars go on to say so for a while. */
export type MilestoneChange = Partial<MilestoneContent> & { readonly done?: boolean; readonly removed?: true };

/** A milestone is moved, renamed, ticked off, opened again or taken away. */
@Injectable()
export class ChangeMilestone {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What is left out stays. Throws 'not-found', 'stale'. */
  run(actor: Actor, id: string, version: number, { name, day, done, removed }: MilestoneChange): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const before = await ownMilestone(em, actor, id);
      const doneAt = done === undefined ? before.doneAt : done ? (before.doneAt ?? at) : null;
      const changed = await run(
        em,
        `update milestone set name = $3::jsonb, day = $4::date, done_at = $5::timestamptz, removed_at = $6::timestamptz, sequence = sequence + 1,
           version = version + 1, updated_at = $7::timestamptz where id = $1 and version = $2`,
        [
          id,
          version,
          JSON.stringify(name ?? before.name),
          day ?? before.day,
          doneAt?.toString() ?? null,
          removed ? at.toString() : null,
          at.toString(),
        ],
      );
      if (changed === 0) throw new DomainError('stale', { current: before.version });
      const detail = { callId: before.callId, before: before.day, ...(day && { after: day }), ...(done !== undefined && { done }) };
      const action = removed ? 'milestone.removed' : 'milestone.changed';
      await recordAudit(em, { actor, action, subject: { kind: 'milestone', id }, detail, at });
      await raiseIndexRevision(em);
    });
  }
}

/** One that the actor may change; for others it is not there. */
async function ownMilestone(em: EntityManager, actor: Actor, id: string): Promise<Milestone> {
  const milestone = isId(id) ? await readMilestone(em, id) : undefined;
  if (!milestone || !mayActFor(actor, milestone.authorityId)) throw new DomainError('not-found');
  return milestone;
}
