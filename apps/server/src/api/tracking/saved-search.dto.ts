import { OUTCOMES, type Outcome } from '@app/eligibility/outcome.js';
import { DIGEST_FREQUENCIES, type DigestFrequency } from '@app/tracking/saved-search.js';
import { Flag, Id, InstantText, ListOf, Nested, OneOf, Text, Whole } from '../../edge/validation/fields.js';
import { oneOfKind } from '../../edge/validation/text-kinds.js';
import { STATUSES } from '../calls/calls.query.dto.js';

const FREQUENCY = { optional: true, description: 'How often new matches are told at most; default daily' } as const;

/** As `GET /calls` takes it; what is absent does not narrow. */
export class SearchFilterDto {
  @Text({ max: 300, optional: true }) query?: string;
  @ListOf(oneOfKind(STATUSES), { max: 4, optional: true }) status?: (typeof STATUSES)[number][];
  @Text({ max: 100, optional: true }) topic?: string;
  @Text({ max: 100, optional: true, description: 'Somebody in that territory (a prefix or `named:<slug>`) could be eligible' })
  within?: string;
  @OneOf(OUTCOMES, { optional: true, description: 'Of the search’s authority' }) outcome?: Outcome;
}

export class SavedSearchBodyDto {
  @Text({ max: 100 }) name: string;
  @Text({ max: 40, optional: true, nullable: true, description: 'Key of one of one’s own authorities, for outcomes' })
  authority?: string | null;
  @Nested(() => SearchFilterDto) filter: SearchFilterDto;
  @Flag({ optional: true, description: 'Tell new matches by mail, to members of an authority; default false' }) digest?: boolean;
  @OneOf(DIGEST_FREQUENCIES, FREQUENCY) frequency?: DigestFrequency;
}

export class ChangeSavedSearchDto {
  @Text({ max: 100, optional: true }) name?: string;
  @Text({ max: 40, optional: true, nullable: true }) authority?: string | null;
  @Nested(() => SearchFilterDto, { optional: true }) filter?: SearchFilterDto;
  @Flag({ optional: true }) digest?: boolean;
  @OneOf(DIGEST_FREQUENCIES, FREQUENCY) frequency?: DigestFrequency;
}

export class SavedSearchDto {
  @Id() id: string;
  @Text() name: string;
  @Text({ optional: true }) authority?: string;
  @Nested(() => SearchFilterDto) filter: SearchFilterDto;
  @Flag() digest: boolean;
  @OneOf(DIGEST_FREQUENCIES) frequency: DigestFrequency;
  @Whole({ description: 'How many published calls it finds now' }) found: number;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}
