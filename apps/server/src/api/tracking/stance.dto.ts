import type { PartlyLocalized } from '@app/kernel/locale.js';
import { DISMISSAL_REASONS, type DismissalReason, LONGEST_NOTE, STANCE_KINDS, type StanceKind } from '@app/tracking/stance.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { Id, InstantText, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { STATUSES } from '../calls/calls.query.dto.js';

export class StanceBodyDto {
  @OneOf(STANCE_KINDS) kind: StanceKind;
  @OneOf(DISMISSAL_REASONS, { optional: true, description: 'Of a dismissal, which needs one' }) reason?: DismissalReason;
  @Text({ max: LONGEST_NOTE, lines: true, optional: true, description: 'For colleagues' }) note?: string;
}

export class StancesQuery extends PageQuery {
  @OneOf(STANCE_KINDS, { optional: true }) kind?: StanceKind;
}

export class StancePersonDto {
  @Id() id: string;
  @Text() name: string;
}

export class StanceDto {
  @Nested(() => StancePersonDto) person: StancePersonDto;
  @OneOf(STANCE_KINDS) kind: StanceKind;
  @OneOf(DISMISSAL_REASONS, { optional: true }) reason?: DismissalReason;
  @Text({ optional: true }) note?: string;
  @InstantText({ description: 'Since when it is followed, or dismissed' }) since: string;
  @Whole({ min: 1 }) version: number;
}

export class TrackedCallDto {
  @Id() id: string;
  @LocalizedText() title: PartlyLocalized;
  @OneOf(['published', 'withdrawn']) state: string;
  @OneOf(STATUSES) status: string;
  @InstantText({ optional: true }) closesAt?: string;
  @Whole({ optional: true }) daysLeft?: number;
}

export class CallStanceDto extends StanceDto {
  @Nested(() => TrackedCallDto) call: TrackedCallDto;
}
