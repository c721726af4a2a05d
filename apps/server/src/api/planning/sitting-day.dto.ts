import { SITTING_KINDS, type SittingKind } from '@app/deadlines/planning/sitting.js';
import { LONGEST_NAME } from '@app/tracking/planning/sitting-day.js';
import { DayText, Flag, Id, InstantText, OneOf, Text, Whole } from '../../edge/validation/fields.js';

export class SittingDayBodyDto {
  @OneOf(SITTING_KINDS) kind: SittingKind;
  @Text({ max: LONGEST_NAME, description: 'The body: „Rat“, „Haupt- und Finanzausschuss“' }) name: string;
  @DayText() day: string;
}

export class ChangeSittingDayDto {
  @OneOf(SITTING_KINDS, { optional: true }) kind?: SittingKind;
  @Text({ max: LONGEST_NAME, optional: true }) name?: string;
  @DayText({ optional: true }) day?: string;
}

export class SittingDayDto extends SittingDayBodyDto {
  @Id() id: string;
  @Flag({ description: 'It came with a calendar file' }) imported: boolean;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}
