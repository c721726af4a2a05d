import type { CountedFrom, LeadStep } from '@app/deadlines/planning/lead-step.js';
import type { PlannedSitting } from '@app/deadlines/planning/plan.js';
import { problemWords } from '@app/deadlines/planning/plan-words.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import type { Milestone } from '@app/tracking/milestone.js';
import type { CallPlan } from '@app/tracking/planning/plan-call.js';
import type { SittingDay } from '@app/tracking/planning/sitting-day.js';
import { stated } from '../../edge/validation/stated.js';
import type { LeadStepDto } from './lead-steps.dto.js';
import type { MilestoneDto, PlanDto, PlannedSittingDto } from './plan.dto.js';
import type { SittingDayDto } from './sitting-day.dto.js';

export function toSittingDayDto({ id, kind, name, day, imported, version, createdAt, updatedAt }: SittingDay): SittingDayDto {
  return { id, kind, name, day: day.toString(), imported, version, createdAt: createdAt.toString(), updatedAt: updatedAt.toString() };
}

/** Throws 'invalid' where `from` lacks what it has to name, or names what it has no use for. */
export function toLeadSteps(dtos: readonly LeadStepDto[]): LeadStep[] {
  const faults: Fault[] = [];
  const steps = dtos.map(({ from, afterSittings, ...step }, at): LeadStep => {
    const add = (name: string, code: string) => faults.push({ pointer: `/steps/${at}/from/${name}`, code });
    if (from.of === 'sitting' && from.kind === undefined) add('kind', 'required');
    if (from.of !== 'sitting' && from.kind !== undefined) add('kind', 'unknown-property');
    if (from.of !== 'sitting' && from.name !== undefined) add('name', 'unknown-property');
    if (from.of === 'step' && from.step === undefined) add('step', 'required');
    if (from.of !== 'step' && from.step !== undefined) add('step', 'unknown-property');
    return { ...step, from: stated(from) as CountedFrom, ...(afterSittings && { afterSittings }) };
  });
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  return steps;
}

export function toMilestoneDto(milestone: Milestone): MilestoneDto {
  const { id, source, name, day, plannedOn, closesOn, doneAt, version, createdAt, updatedAt } = milestone;
  return {
    id,
    source,
    name,
    day,
    ...(plannedOn && { plannedOn }),
    ...(closesOn && { closesOn }),
    ...(doneAt && { doneAt: doneAt.toString() }),
    version,
    createdAt: createdAt.toString(),
    updatedAt: updatedAt.toString(),
  };
}

function toSittingDto(
  { body, limit, sitting, problem }: PlannedSitting<SittingDay>,
  steps: readonly LeadStep[],
  locale: Locale,
): PlannedSittingDto {
  return {
    kind: body.kind,
    ...(body.name !== undefined && { name: body.name }),
    limit: limit.toString(),
    ...(sitting && { day: sitting.day.toString(), sittingId: sitting.id }),
    ...(problem && { reason: { code: problem.code, text: problemWords({ body, limit, problem }, steps, locale) } }),
  };
}

export function toPlanDto({ plan, deadlineId, suggested, milestones, misfits }: CallPlan, locale: Locale): PlanDto {
  const steps = plan?.steps.map(({ step }) => step) ?? [];
  return {
    state: plan?.state ?? 'undated',
    ...(deadlineId && { deadlineId }),
    ...(plan && { closesOn: plan.closing.toString() }),
    suggested,
    sittings: plan?.sittings.map((sitting) => toSittingDto(sitting, steps, locale)) ?? [],
    steps:
      plan?.steps.map(({ step, day, workingDay, passed }) => ({
        step: { ...step, from: { ...step.from } },
        ...(day && { day: day.toString() }),
        ...(workingDay && { workingDay: workingDay.toString() }),
        passed,
      })) ?? [],
    milestones: milestones.map(toMilestoneDto),
    misfits: misfits.map(({ milestone, after }) => ({
      milestoneId: milestone.id,
      before: milestone.day,
      ...(after !== undefined && { after }),
    })),
  };
}
