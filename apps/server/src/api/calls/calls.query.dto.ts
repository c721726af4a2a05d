import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { CALL_ORDERS, type CallOrderName } from '@app/matching/call-order.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, ListOf, OneOf, Text } from '../../edge/validation/fields.js';
import { oneOfKind } from '../../edge/validation/text-kinds.js';

export const STATUSES = ['upcoming', 'open', 'closed', 'undated'] as const;

export class CallsQuery extends PageQuery {
  @Text({ max: 300, optional: true }) query?: string;
  @OneOf(['draft', 'published', 'withdrawn'], { optional: true, description: 'Drafts are shown to editors only' }) state?:
    | 'draft'
    | 'published'
    | 'withdrawn';
  @ListOf(oneOfKind(STATUSES), { max: 4, optional: true }) status?: (typeof STATUSES)[number][];
  @DayText({ optional: true, description: 'Inclusive' }) closesBefore?: string;
  @Text({ max: 100, optional: true, description: 'Somebody in that territory (a prefix or `named:<slug>`) could be eligible' })
  within?: string;
  @Text({ max: 100, optional: true }) topic?: string;
  @Text({ max: 40, optional: true, description: 'Key of an authority whose outcome is `eligible`' }) eligibleFor?: string;
  @OneOf(CALL_ORDERS, {
    optional: true,
    description:
      '`publication` (the default): newest first. `closing`: what closes next first, then those without a closing day, closed ones at the end',
  })
  sort?: CallOrderName;
}

export class CallMatchesQuery extends PageQuery {
  @OneOf(OUTCOMES, { optional: true }) outcome?: Outcome;
  @Text({ max: 100, optional: true }) within?: string;
}
