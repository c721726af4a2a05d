import { LETTER_STATES, type LetterState } from '@app/reminders/letters.query.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { Id, InstantText, ListOf, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { ReminderRecipientDto } from './reminder.dto.js';

export class LettersQuery extends PageQuery {
  @OneOf(LETTER_STATES, { optional: true }) state?: LetterState;
}

export class LetterDto {
  @Id() id: string;
  @Nested(() => ReminderRecipientDto) recipient: ReminderRecipientDto;
  @Text({ description: '`reminders`, or a kind of notices' }) kind: string;
  @OneOf(LETTER_STATES) state: LetterState;
  @Text({ optional: true, description: 'Known once it was sent' }) subject?: string;
  @Whole() attempts: number;
  @Text({ optional: true, description: 'What the mail server said last, or a code of ours or of the network' }) response?: string;
  @InstantText() boundAt: string;
  @InstantText({ optional: true }) triedAt?: string;
}

export class AddressOwnerDto {
  @Id() id: string;
  @Text() name: string;
}

export class SuspensionDto {
  @Text() address: string;
  @ListOf(() => AddressOwnerDto, { description: 'Whose letters go there' }) owners: AddressOwnerDto[];
  @Whole({ description: 'Letters in a row that were refused for good' }) hardBounces: number;
  @Text({ description: 'What the mail server said last' }) lastReason: string;
  @InstantText() suspendedAt: string;
}

export class LiftSuspensionDto {
  @Text({ max: 320 }) address: string;
}
