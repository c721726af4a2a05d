import type { PartlyLocalized } from '@app/kernel/locale.js';
import { TROUBLE_KINDS, type TroubleKind } from '@app/reminders/alarm/trouble.js';
import { InstantText, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../edge/validation/fields.js';

export class TroubleDto {
  @OneOf(TROUBLE_KINDS) kind: TroubleKind;
  @LocalizedText() text: PartlyLocalized;
  @InstantText({ optional: true, description: 'Since when it is written down' }) since?: string;
}

export class TaskTickDto {
  @Text() task: string;
  @InstantText({ optional: true, description: 'When it last ran through, in real time' }) tickedAt?: string;
  @InstantText({ optional: true }) failedAt?: string;
  @Text({ optional: true, description: 'Why it last failed' }) reason?: string;
}

export class MailFactsDto {
  @InstantText({ optional: true }) lastSentAt?: string;
  @Whole({ description: 'Letters that were not taken since then' }) refused: number;
  @Whole({ description: 'Of these those that were refused three times and more' }) stubborn: number;
  @Text({ optional: true, description: 'What the mail server said last' }) response?: string;
}

export class QueueFactsDto {
  @Whole({ description: 'Jobs whose time has come' }) waiting: number;
  @Whole({ description: 'How long the first of them has waited' }) oldestSeconds: number;
}

export class OperationDto {
  @ListOf(() => TroubleDto, { description: 'None: all is well' }) troubles: TroubleDto[];
  @InstantText({ description: 'Real time' }) at: string;
  @Whole({ min: -2_147_483_648, description: 'How far the clock of the database is ahead of that of the server' }) databaseAheadMs: number;
  @ListOf(() => TaskTickDto) ticks: TaskTickDto[];
  @Nested(() => MailFactsDto) mail: MailFactsDto;
  @Nested(() => QueueFactsDto) queue: QueueFactsDto;
}
