import { LEAD_UNITS, type LeadUnit } from '@app/deadlines/leads.js';
import { MOST_LEAD, MOST_STEPS, STEP_ID } from '@app/deadlines/planning/lead-step.js';
import { SITTING_KINDS, type SittingKind } from '@app/deadlines/planning/sitting.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { Flag, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';

export const ORIGINS = ['deadline', 'sitting', 'step'] as const;

export class CountedFromDto {
  @OneOf(ORIGINS) of: (typeof ORIGINS)[number];
  @OneOf(SITTING_KINDS, { optional: true, description: 'Of a sitting' }) kind?: SittingKind;
  @Text({ max: 200, optional: true, description: 'Of a sitting: this body alone' }) name?: string;
  @Text({ max: 60, optional: true, description: 'Id of another step' }) step?: string;
}

export class LeadStepDto {
  @Text({ max: 60, pattern: STEP_ID, description: 'Milestones refer to it: keep it when the step changes' }) id: string;
  @LocalizedText({ max: 200 }) name: PartlyLocalized;
  @Whole({ max: MOST_LEAD }) amount: number;
  @OneOf(LEAD_UNITS) unit: LeadUnit;
  @Nested(() => CountedFromDto) from: CountedFromDto;
  @Flag({ optional: true, description: 'Possible only once the bodies have decided; of steps that are counted from the deadline' })
  afterSittings?: boolean;
}

export class LeadStepsBodyDto {
  @ListOf(() => LeadStepDto, { max: MOST_STEPS }) steps: LeadStepDto[];
}

export class LeadStepsDto extends LeadStepsBodyDto {
  @Flag({ description: 'The authority has not said yet what it needs: these are suggested' }) suggested: boolean;
  @Whole({ description: '0: nothing is stored' }) version: number;
}
