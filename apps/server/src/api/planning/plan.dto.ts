import type { PartlyLocalized } from '@app/kernel/locale.js';
import { DayText, Flag, Id, InstantText, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { LeadStepDto } from './lead-steps.dto.js';

export const PLAN_STATES = ['in_time', 'missed', 'no_sitting', 'undated'] as const;

export class PlanReasonDto {
  @OneOf(['none-entered', 'none-before', 'over', 'too-late']) code: string;
  @Text() text: string;
}

export class PlannedSittingDto {
  @OneOf(['council', 'committee']) kind: string;
  @Text({ optional: true, description: 'Where steps name one body' }) name?: string;
  @DayText({ description: 'The last day on which it may sit' }) limit: string;
  @DayText({ optional: true, description: 'The last usable sitting' }) day?: string;
  @Id({ optional: true }) sittingId?: string;
  @Nested(() => PlanReasonDto, { optional: true, description: 'Why no sitting is left' }) reason?: PlanReasonDto;
}

export class PlannedStepDto {
  @Nested(() => LeadStepDto) step: LeadStepDto;
  @DayText({ optional: true, description: 'The latest day' }) day?: string;
  @DayText({ optional: true, description: 'The last working day up to it, where it is none' }) workingDay?: string;
  @Flag({ description: 'The day is over, and the step is not done' }) passed: boolean;
}

export class MilestoneBodyDto {
  @LocalizedText({ max: 200 }) name: PartlyLocalized;
  @DayText() day: string;
}

export class ChangeMilestoneDto {
  @LocalizedText({ max: 200, optional: true }) name?: PartlyLocalized;
  @DayText({ optional: true }) day?: string;
  @Flag({ optional: true, description: 'Ticked off, or open again' }) done?: boolean;
}

export class MilestoneDto extends MilestoneBodyDto {
  @Id() id: string;
  @Text({ description: '`step:papers`, `sitting:council`; `own:…` for one that people have added' }) source: string;
  @DayText({ optional: true, description: 'The day that the plan gave when it was taken over' }) plannedOn?: string;
  @DayText({ optional: true, description: 'The closing day at that time' }) closesOn?: string;
  @InstantText({ optional: true }) doneAt?: string;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}

export class MisfitDto {
  @Id() milestoneId: string;
  @DayText() before: string;
  @DayText({ optional: true, description: 'Absent: the plan has no day for it any more' }) after?: string;
}

export class PlanDto {
  @OneOf(PLAN_STATES, { description: 'undated: no deadline of the call has a closing day ahead' }) state: (typeof PLAN_STATES)[number];
  @Id({ optional: true }) deadlineId?: string;
  @DayText({ optional: true, description: 'The closing day, before any weekend rule' }) closesOn?: string;
  @Flag({ description: 'The steps are suggested' }) suggested: boolean;
  @ListOf(() => PlannedSittingDto) sittings: PlannedSittingDto[];
  @ListOf(() => PlannedStepDto) steps: PlannedStepDto[];
  @ListOf(() => MilestoneDto) milestones: MilestoneDto[];
  @ListOf(() => MisfitDto, { description: 'Milestones that stand on another day than the plan has by now' }) misfits: MisfitDto[];
}

export class TakePlanDto {
  @Flag({ optional: true, description: 'Also move those that no longer fit' }) move?: boolean;
}

export class TakenPlanDto {
  @Whole() added: number;
  @Whole() moved: number;
  @ListOf(() => MilestoneDto) milestones: MilestoneDto[];
}
