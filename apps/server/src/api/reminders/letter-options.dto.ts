import { Flag, Whole } from '../../edge/validation/fields.js';

export class LetterOptionsBodyDto {
  @Flag({ description: 'The dates of reminders come along as an .ics file; default false' }) attachDates: boolean;
}

export class LetterOptionsDto extends LetterOptionsBodyDto {
  @Whole({ min: 0, description: '0: nothing was chosen yet, the default holds' }) version: number;
}
