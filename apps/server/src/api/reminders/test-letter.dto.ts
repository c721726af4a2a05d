import { Id, InstantText, OneOf, Text } from '../../edge/validation/fields.js';

export class TestLetterDto {
  @Id() id: string;
  @OneOf(['waiting', 'sent', 'failed']) state: string;
  @InstantText() askedAt: string;
  @Text({ optional: true, description: 'What the mail server said last; while it waits: why it was not taken yet' }) response?: string;
  @InstantText({ optional: true }) triedAt?: string;
}
