import type { AuthorityView } from '@app/authorities/authority-view.js';
import { bodyName, problemWords } from '@app/deadlines/planning/plan-words.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { type Actor, mayActFor } from '@app/kernel/actor.js';
import { Clock, dayAt } from '@app/kernel/clock.js';
import { inLocale, type Locale } from '@app/kernel/locale.js';
import { scopeOf } from '@app/persistence/scope.js';
import { Transactions } from '@app/persistence/transactions.js';
import type { Milestone } from '@app/tracking/milestone.js';
import { type CallPlan, PlanCall } from '@app/tracking/planning/plan-call.js';
import { readStances } from '@app/tracking/stances.query.js';
import { Injectable } from '@nestjs/common';
import type { CallPlanModel, PlanRow } from './plan.model.js';

/** The plan of a call as its page shows it: for the active authority, when one of its people follows the call. */
@Injectable()
export class CallPlanPage {
  constructor(
    private readonly planCall: PlanCall,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async model(
    call: CallRecord,
    actor: Actor | undefined,
    authority: AuthorityView | undefined,
    locale: Locale,
  ): Promise<CallPlanModel | undefined> {
    if (!actor || !authority || call.state !== 'published' || !mayActFor(actor, authority.id)) return undefined;
    const filter = { authorityId: authority.id, callId: call.id, kind: 'followed' } as const;
    const followers = await this.transactions.run(scopeOf(actor), (em) => readStances(em, filter));
    if (followers.length === 0) return undefined;
    const found = await this.planCall.run(actor, authority.key, call.id);
    return toModel(found, authority, dayAt(this.clock.now(), authority.zone).toString(), locale);
  }
}

function toModel(found: CallPlan, { key, name, zone }: AuthorityView, today: string, locale: Locale): CallPlanModel {
  const { plan, suggested, milestones, missing, misfits } = found;
  const closesOn = plan?.closing.toString();
  const steps = plan?.steps.map(({ step }) => step) ?? [];
  const then = misfits.find(({ milestone }) => milestone.closesOn && milestone.closesOn !== closesOn)?.milestone.closesOn;
  return {
    key,
    name,
    today,
    ...(closesOn && { closesOn }),
    suggested,
    missed: plan?.state === 'missed',
    problems: (plan?.sittings ?? []).flatMap(({ body, limit, problem }) =>
      problem ? problemWords({ body, limit, problem }, steps, locale) : [],
    ),
    rows: plan ? rowsOf(plan, locale) : [],
    canTake: missing.length > 0,
    misfits: misfits.map(({ milestone, after }) => ({
      name: inLocale(milestone.name, locale),
      before: milestone.day,
      ...(after !== undefined && { after }),
    })),
    ...(then && { closedOnThen: then }),
    milestones: milestones.map((milestone) => toRow(milestone, zone, locale)),
  };
}

function rowsOf({ sittings, steps }: NonNullable<CallPlan['plan']>, locale: Locale): PlanRow[] {
  const bodies = sittings.map(
    ({ body, sitting }): PlanRow => ({
      what: sitting?.name ?? bodyName(body, locale),
      passed: false,
      ...(sitting && { day: sitting.day.toString() }),
    }),
  );
  const tasks = steps.map(
    ({ step, day, workingDay, passed }): PlanRow => ({
      what: inLocale(step.name, locale),
      passed,
      ...(day && { day: day.toString() }),
      ...(workingDay && { workingDay: workingDay.toString() }),
    }),
  );
  // On one day the sitting comes first: what follows it is possible only then.
  return [...bodies, ...tasks].sort((one, other) => (one.day ?? '9').localeCompare(other.day ?? '9'));
}

function toRow({ id, name, day, doneAt, version }: Milestone, zone: string, locale: Locale): CallPlanModel['milestones'][number] {
  return { id, name: inLocale(name, locale), day, ...(doneAt && { doneOn: dayAt(doneAt, zone).toString() }), version };
}
