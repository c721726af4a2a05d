import { DayText, Flag, Id, InstantText, Nested, Text, Whole } from '../../edge/validation/fields.js';

export class ColleagueDto {
  @Id() id: string;
  @Text() name: string;
}

export class AbsenceBodyDto {
  @DayText({ description: 'The first day away' }) from: string;
  @DayText({ description: 'The last day away' }) until: string;
  @Id({ description: 'A colleague of the same authority' }) deputy: string;
  @Flag({ optional: true, description: 'The letters go to both' }) alsoToMe: boolean = false;
  @Id({ optional: true, description: 'Who is away, by default oneself; for others by administrators only' }) person?: string;
}

export class ChangeAbsenceDto {
  @DayText({ optional: true }) from?: string;
  @DayText({ optional: true }) until?: string;
  @Id({ optional: true }) deputy?: string;
  @Flag({ optional: true }) alsoToMe?: boolean;
}

export class AbsenceDto {
  @Id() id: string;
  @Nested(() => ColleagueDto) person: ColleagueDto;
  @DayText() from: string;
  @DayText() until: string;
  @Nested(() => ColleagueDto) deputy: ColleagueDto;
  @Flag() alsoToMe: boolean;
  @Flag({ description: 'The deputy is away themselves on some of these days; then the letters go to the person' }) deputyIsAbsent: boolean;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}
