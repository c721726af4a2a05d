import type { AuthorityView } from '@app/authorities/authority-view.js';
import { APPLICATION_STAGES } from '@app/deadlines/deadline.js';
import type { Plan } from '@app/deadlines/planning/plan.js';
import { planBackwards } from '@app/deadlines/planning/plan-backwards.js';
import { regionOfTerritory } from '@app/deadlines/region-of-territory.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { type ReckonedDeadline, reckonDeadlines } from '@app/funding/call-status.js';
import type { Actor } from '@app/kernel/actor.js';
import { mayActFor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Milestone } from '../milestone.js';
import { readMilestones } from '../milestones.query.js';
import { readLeadSteps } from './lead-steps.query.js';
import { type PlanOffers, planOffers, STEP_SOURCE } from './plan-offers.js';
import type { SittingDay } from './sitting-day.js';
import { readSittingDays } from './sitting-days.query.js';

export interface CallPlan extends PlanOffers {
  /** The deadline that is planned for: the next that an application needs; absent when none has a closing day ahead. */
  readonly deadlineId?: string;
  readonly stage?: string;
  readonly plan?: Plan<SittingDay>;
  /** The steps are a suggestion: the authority has not said what it needs. */
  readonly suggested: boolean;
  readonly milestones: readonly Milestone[];
}

/** Plans backwards from the next deadline of a call, for one authority: by its sittings, its steps and the holidays of its Land. */
@Injectable()
export class PlanCall {
  constructor(
    private readonly index: MatchingIndex,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Throws 'not-found' for another authority, a draft, or what is no call. */
  async run(actor: Actor, key: string, callId: string): Promise<CallPlan> {
    const state = await this.index.current();
    return this.transactions.run(scopeOf(actor), (em) => this.within(em, state, actor, key, callId));
  }

  /** The same inside a transaction that goes on with the answer. */
  async within(em: EntityManager, state: MatchingState, actor: Actor, key: string, callId: string): Promise<CallPlan> {
    const authority = state.authority(key);
    const call = state.calls.get(callId)?.call;
    if (!authority || !mayActFor(actor, authority.id) || !call) throw new DomainError('not-found');
    const milestones = await readMilestones(em, { authorityId: authority.id, callIds: [callId] });
    const { steps, version } = await readLeadSteps(em, authority.id);
    const next = call.state === 'published' ? nextClosing(call, authority, state, this.clock.now()) : undefined;
    const suggested = version === 0;
    if (!next) return { suggested, milestones, missing: [], misfits: [] };
    const plan = planBackwards({
      closing: next.state.closing!.day,
      endsWithinDay: next.state.closing!.moment.time !== undefined,
      sittings: await readSittingDays(em, authority.id),
      steps,
      today: dayAt(this.clock.now(), authority.zone),
      region: regionOfTerritory(authority.territory),
      done: new Set(milestones.filter(({ doneAt }) => doneAt).map(({ source }) => source.replace(STEP_SOURCE, ''))),
    });
    return {
      deadlineId: next.deadline.id,
      stage: next.deadline.stage,
      plan,
      suggested,
      milestones,
      ...planOffers(plan, milestones),
    };
  }
}

/** Of the deadlines that an application needs and that count for the authority the one that closes first. */
function nextClosing(
  call: CallRecord,
  authority: AuthorityView,
  { named }: MatchingState,
  now: Temporal.Instant,
): ReckonedDeadline | undefined {
  return reckonDeadlines(call, now, appliesTo(authority, named))
    .filter(
      ({ deadline, state }) => APPLICATION_STAGES.includes(deadline.stage) && state.status !== 'closed' && state.next && state.closing,
    )
    .sort((one, other) => Temporal.PlainDate.compare(one.state.closing!.day, other.state.closing!.day))[0];
}
