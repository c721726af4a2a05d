import { NOTICE_KINDS, type NoticeKind } from '@app/reminders/notices/notice.js';
import { SHOWN_STATES, type ShownState } from '@app/reminders/reminders-on.query.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, Id, InstantText, ListOf, Nested, OneOf, Text } from '../../edge/validation/fields.js';
import { GotItDto, ReminderAuthorityDto, ReminderCallDto, ReminderRecipientDto } from './reminder.dto.js';

const KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];

export class NoticeDto {
  @Id() id: string;
  @OneOf(KINDS) kind: NoticeKind;
  @Nested(() => ReminderRecipientDto) recipient: ReminderRecipientDto;
  @Nested(() => ReminderAuthorityDto, { optional: true, description: 'Absent: it concerns the person alone' })
  authority?: ReminderAuthorityDto;
  @Nested(() => ReminderCallDto, { optional: true, description: 'Absent: it concerns no call, or several' }) call?: ReminderCallDto;
  @InstantText() dueAt: string;
  @OneOf(SHOWN_STATES) state: ShownState;
  @Text({ optional: true, description: 'Why it was skipped or failed' }) reason?: string;
  @InstantText({ optional: true }) sentAt?: string;
  @ListOf(() => GotItDto, { optional: true, description: 'Who got it, where that was not the recipient’s own address alone' })
  sentTo?: GotItDto[];
  @Text({ optional: true, description: 'What the mail server said last, or a code of ours or of the network' }) response?: string;
  @Text({ optional: true, description: 'Header of the mail, with its brackets' }) messageId?: string;
}

export class ForeseenNoticesQuery extends PageQuery {
  @DayText({ description: 'Today or a day to come' }) on: string;
}

export class ForeseenNoticeDto {
  @OneOf(['nobody-listens']) kind: 'nobody-listens';
  @Nested(() => ReminderRecipientDto) recipient: ReminderRecipientDto;
  @Nested(() => ReminderAuthorityDto) authority: ReminderAuthorityDto;
  @Nested(() => ReminderCallDto) call: ReminderCallDto;
  @InstantText() dueAt: string;
}
