import { LEAD_UNITS, type LeadUnit } from '@app/deadlines/leads.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { ABOUTS, type About, FREQUENCIES, type Frequency, LONGEST_LEAD, MOST_LEADS } from '@app/reminders/preference.js';
import { SHOWN_STATES, type ShownState } from '@app/reminders/reminders-on.query.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, Flag, Id, InstantText, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { wholeKind } from '../../edge/validation/other-kinds.js';

const LEADS = {
  max: MOST_LEADS,
  description: 'Days or working days before each closing day; none twice',
  example: [28, 14, 7, 1],
} as const;

class ReminderChoiceDto {
  @ListOf(wholeKind({ min: 0, max: LONGEST_LEAD }), LEADS) leads: number[];
  @OneOf(LEAD_UNITS) unit: LeadUnit;
  @OneOf(ABOUTS) about: About;
  @OneOf(FREQUENCIES) frequency: Frequency;
}

export class ReminderPreferenceBodyDto extends ReminderChoiceDto {
  @Flag({ optional: true, description: 'Ends all letters or lets them come again; absent: as before' }) stopped?: boolean;
}

export class ReminderPreferenceDto extends ReminderChoiceDto {
  @Whole({ min: 0, description: '0: nothing was chosen yet, the default holds' }) version: number;
  @Flag({ description: 'All letters are stopped' }) stopped: boolean;
}

export class RemindersQuery extends PageQuery {
  @DayText({ optional: true, description: 'The local day of `dueAt`' }) on?: string;
  @Text({ max: 50, optional: true, description: 'Key of an authority' }) authority?: string;
  @OneOf(SHOWN_STATES, { optional: true }) state?: ShownState;
}

export class ReminderRecipientDto {
  @Id() id: string;
  @Text() name: string;
  @Text() email: string;
}

export class ReminderAuthorityDto {
  @Text() key: string;
  @Text() name: string;
}

export class ReminderCallDto {
  @Id() id: string;
  @LocalizedText() title: PartlyLocalized;
}

export class ReminderDeadlineDto {
  @Text() id: string;
  @Text({ optional: true }) stage?: string;
  @DayText({ description: 'The day as the call names it' }) closesOn: string;
}

export class GotItDto {
  @Id() id: string;
  @Text() name: string;
  @Text() address: string;
  @Flag({ description: 'They stood in for the recipient' }) deputy: boolean;
}

export class ReminderDto {
  @Id() id: string;
  @Nested(() => ReminderRecipientDto) recipient: ReminderRecipientDto;
  @Nested(() => ReminderAuthorityDto) authority: ReminderAuthorityDto;
  @Nested(() => ReminderCallDto) call: ReminderCallDto;
  @Nested(() => ReminderDeadlineDto) deadline: ReminderDeadlineDto;
  @Whole({ max: LONGEST_LEAD }) lead: number;
  @OneOf(LEAD_UNITS) unit: string;
  @InstantText() dueAt: string;
  @OneOf(SHOWN_STATES) state: ShownState;
  @Text({ optional: true, description: 'Why it was skipped or failed' }) reason?: string;
  @InstantText({ optional: true }) sentAt?: string;
  @ListOf(() => GotItDto, { optional: true, description: 'Who got it, where that was not the recipient’s own address alone' })
  sentTo?: GotItDto[];
  @ListOf(() => GotItDto, {
    optional: true,
    description: 'Of what is planned, for administrators: who will get it as absences and addresses stand now',
  })
  goesTo?: GotItDto[];
  @Text({ optional: true, description: 'What the mail server said last, or a code of ours or of the network' }) response?: string;
  @Text({ optional: true, description: 'Header of the mail, with its brackets' }) messageId?: string;
}
