import { NEARNESSES } from '@app/eligibility/joining/nearness.js';
import { OUTCOMES } from '@app/eligibility/outcome.js';
import type { Localized } from '@app/kernel/locale.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, Flag, Json, ListOf, LocalizedText, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { textKind } from '../../edge/validation/text-kinds.js';
import { MatchedCallDto } from '../matches/match.dto.js';

const KEY = { max: 40 } as const;
const FINDINGS = { schema: { type: 'array', items: { $ref: '#/components/schemas/Finding' } } } as const;

export class PartnersQuery extends PageQuery {
  @Text({ ...KEY, description: 'Key of the authority that looks for partners: of staff their own, of editors and administrators any' })
  for: string;
}

export class GroupMemberDto {
  @Text() key: string;
  @Text() name: string;
  @Whole({ optional: true, description: 'Newest figure' }) population?: number;
}

export class PartnerGroupDto {
  /** The asking authority first, then the nearest. */
  @ListOf(() => GroupMemberDto) members: GroupMemberDto[];
  @OneOf(NEARNESSES, { description: 'Of the farthest member' }) nearness: string;
  @Whole({ optional: true, description: 'Joint; absent where a member has no figure' }) population?: number;
  @LocalizedText() explanation: Localized;
  @Json(FINDINGS) findings: unknown[];
}

export class NoGroupReasonDto {
  @Text() code: string;
  @LocalizedText() text: Localized;
}

export class PartnersDto {
  @ListOf(() => PartnerGroupDto, { max: 20 }) items: PartnerGroupDto[];
  @Whole() total: number;
  @Text({ nullable: true }) next: string | null;
  @Flag({ description: 'False: there are more possibilities than were tried' }) complete: boolean;
  @Nested(() => NoGroupReasonDto, { optional: true, description: 'Why there is no group' }) reason?: NoGroupReasonDto;
}

export class MergerQuery extends PageQuery {
  @ListOf(textKind(KEY), { min: 2, max: 20, description: 'Keys of those that would merge; repeat the parameter' }) of: string[];
}

export class SummedFigureDto {
  @Whole() value: number;
  @DayText({ optional: true }) asOf?: string;
}

/** What rules would see of the merged authority; see docs/adr/0012. */
export class MergedAuthorityDto {
  @ListOf('text') types: string[];
  @Text({ optional: true }) territory?: string;
  @ListOf(() => SummedFigureDto) population: SummedFigureDto[];
}

export class PartOutcomeDto {
  @Text() key: string;
  @OneOf(OUTCOMES) outcome: string;
}

export class MergerOutcomeDto {
  @Nested(() => MatchedCallDto) call: MatchedCallDto;
  @OneOf(OUTCOMES) outcome: string;
  @ListOf(() => PartOutcomeDto) today: PartOutcomeDto[];
  @Json(FINDINGS) findings: unknown[];
  @ListOf('text') missing: string[];
}

export class MergerDto {
  @Flag({ description: 'Always true: nothing of this exists' }) hypothetical: boolean;
  @ListOf(() => GroupMemberDto) of: GroupMemberDto[];
  @Nested(() => MergedAuthorityDto) authority: MergedAuthorityDto;
  @ListOf(() => MergerOutcomeDto) items: MergerOutcomeDto[];
  @Whole() total: number;
  @Text({ nullable: true }) next: string | null;
}
