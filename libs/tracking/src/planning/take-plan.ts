import type { Actor } from '@app/kernel/actor.js';
import { Clock } from '@app/kernel/clock.js';
import { newId } from '@app/kernel/ids.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { recordAudit } from '@app/persistence/audit.js';
import { raiseIndexRevision } from '@app/persistence/index-revision.js';
import { scopeOf } from '@app/persistence/scope.js';
import { run } from '@app/persistence/sql.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { authorityActedFor } from '../acting-for.js';
import { PlanCall } from './plan-call.js';
import type { MisfitMilestone, PlannedDay } from './plan-offers.js';

export interface TakenPlan {
  readonly added: number;
  readonly moved: number;
}

interface Taking {
  readonly authorityId: string;
  readonly callId: string;
  readonly closesOn: string | null;
  readonly actor: Actor;
  readonly at: Temporal.Instant;
}

/** Makes milestones of the days of a plan. Those that are there stay where they are, unless they shall move. Doing it twice changes nothing. */
@Injectable()
export class TakePlan {
  constructor(
    private readonly index: MatchingIndex,
    private readonly plans: PlanCall,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `move`: also puts those that no longer fit on the day that the plan has now. Throws 'not-found'. */
  async run(actor: Actor, key: string, callId: string, { move }: { move: boolean }): Promise<TakenPlan> {
    const at = this.clock.now();
    const state = await this.index.current();
    return this.transactions.run(scopeOf(actor), async (em) => {
      const authorityId = await authorityActedFor(em, actor, key);
      const { plan, missing, misfits } = await this.plans.within(em, state, actor, key, callId);
      const taking = { authorityId, callId, closesOn: plan?.closing.toString() ?? null, actor, at };
      let added = 0;
      for (const planned of missing) added += await add(em, planned, taking);
      let moved = 0;
      if (move) for (const misfit of misfits) moved += await moveTo(em, misfit, taking);
      if (added + moved === 0) return { added, moved };
      const detail = { authorityId, closesOn: taking.closesOn, added, moved, days: missing.map(({ source, day }) => ({ source, day })) };
      await recordAudit(em, { actor, action: 'milestones.taken-over', subject: { kind: 'call', id: callId }, detail, at });
      await raiseIndexRevision(em);
      return { added, moved };
    });
  }
}

/** One that was removed comes back as it was known to calendars. */
function add(em: EntityManager, { source, name, day }: PlannedDay, { authorityId, callId, closesOn, actor, at }: Taking): Promise<number> {
  return run(
    em,
    `insert into milestone (id, authority_id, call_id, source, name, day, planned_on, closes_on, sequence, created_by, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::date, $6::date, $7::date, 0, $8, 1, $9::timestamptz, $9::timestamptz)
     on conflict (authority_id, call_id, source) do update set name = excluded.name, day = excluded.day, planned_on = excluded.planned_on,
       closes_on = excluded.closes_on, done_at = null, removed_at = null, sequence = milestone.sequence + 1, version = milestone.version + 1,
       updated_at = excluded.updated_at
     where milestone.removed_at is not null`,
    [newId(at), authorityId, callId, source, JSON.stringify(name), day, closesOn, actor.id, at.toString()],
  );
}

function moveTo(em: EntityManager, { milestone, after }: MisfitMilestone, { closesOn, at }: Taking): Promise<number> {
  if (after === undefined) return Promise.resolve(0);
  return run(
    em,
    `update milestone set day = $3::date, planned_on = $3::date, closes_on = $4::date, sequence = sequence + 1, version = version + 1,
       updated_at = $5::timestamptz where id = $1 and version = $2`,
    [milestone.id, milestone.version, after, closesOn, at.toString()],
  );
}
