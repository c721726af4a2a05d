import { OUTCOMES } from '@app/eligibility/outcome.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, Id, InstantText, Json, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { oneOfKind } from '../../edge/validation/text-kinds.js';
import { FigureDto } from '../authorities/authority.dto.js';
import { STATUSES } from '../calls/calls.query.dto.js';

export class MatchedAuthorityDto {
  @Text() key: string;
  @Text() name: string;
  @ListOf('text') types: string[];
  @ListOf(() => FigureDto) population: FigureDto[];
}

/** A fact that a positive outcome rests on and that nobody has verified for longer than its kind allows. */
export class UnverifiedDto {
  @Text() fact: string;
  /** Its day; absent for those who may not see the fact. */
  @DayText({ optional: true }) since?: string;
}

export class CallMatchDto {
  @Nested(() => MatchedAuthorityDto) authority: MatchedAuthorityDto;
  @OneOf(OUTCOMES) outcome: string;
  @Json({ schema: { type: 'array', items: { $ref: '#/components/schemas/Finding' } } }) findings: unknown[];
  @ListOf('text') missing: string[];
  /** Positive, but not verified; absent where all is. */
  @ListOf(() => UnverifiedDto, { optional: true }) unverified?: UnverifiedDto[];
}

export class MatchedCallDto {
  @Id() id: string;
  @LocalizedText() title: PartlyLocalized;
  @OneOf(STATUSES) status: string;
  @InstantText({ optional: true }) closesAt?: string;
  @Whole({ optional: true }) daysLeft?: number;
}

/** What the outcome would be with the figure of another day. */
export class VintageDto {
  @DayText() asOf: string;
  @OneOf(OUTCOMES) outcome: string;
}

export class AuthorityMatchDto {
  @Nested(() => MatchedCallDto) call: MatchedCallDto;
  @OneOf(OUTCOMES) outcome: string;
  @Json({ schema: { type: 'array', items: { $ref: '#/components/schemas/Finding' } } }) findings: unknown[];
  @ListOf('text') missing: string[];
  /** Positive, but not verified; absent where all is. */
  @ListOf(() => UnverifiedDto, { optional: true }) unverified?: UnverifiedDto[];
  /** Figures of other days that would decide differently; absent where none would, and for past days. */
  @ListOf(() => VintageDto, { optional: true }) vintages?: VintageDto[];
}

export class AuthorityMatchesQuery extends PageQuery {
  @OneOf(OUTCOMES, { optional: true }) outcome?: (typeof OUTCOMES)[number];
  @ListOf(oneOfKind(STATUSES), { max: 4, optional: true }) status?: (typeof STATUSES)[number][];
  @DayText({ optional: true, description: 'As of the end of that day, with the rules and facts of that day' }) asOf?: string;
}
