import type { PartlyLocalized } from '@app/kernel/locale.js';
import type { Money } from '@app/kernel/money.js';
import {
  DayText,
  Id,
  InstantText,
  Json,
  ListOf,
  LocalizedText,
  MoneyField,
  Nested,
  OneOf,
  Text,
  Url,
  Whole,
} from '../../edge/validation/fields.js';
import { moneyKind } from '../../edge/validation/other-kinds.js';
import { textKind } from '../../edge/validation/text-kinds.js';
import { PartnerDto } from '../programs/program.dto.js';
import { ExpectedRoundDto } from './expected-round.dto.js';

const BASIS_POINTS = { min: 0, max: 10_000, optional: true } as const;
const KEY = textKind({ max: 40 });

export class SlotDto {
  @Text({ max: 100 }) applicantType: string;
  @Whole({ min: 1, max: 100_000 }) count: number;
}

export class AwardDto {
  @Whole({ min: 1, max: 1_000_000, optional: true }) count?: number;
  @MoneyField({ optional: true }) amountEach?: Money;
  @MoneyField({ optional: true }) minAmount?: Money;
  @MoneyField({ optional: true }) maxAmount?: Money;
  @MoneyField({ optional: true }) totalBudget?: Money;
  @Whole(BASIS_POINTS) fundingRate?: number;
  @Whole(BASIS_POINTS) fundingRateFinanciallyWeak?: number;
  @Whole(BASIS_POINTS) ownShare?: number;
  @MoneyField({ optional: true }) minimumGrantThreshold?: Money;
  @ListOf(() => SlotDto, { max: 50, optional: true }) slots?: SlotDto[];
  @ListOf(moneyKind, { max: 50, optional: true }) instalments?: Money[];
}

export class SourceDto {
  @Url() url: string;
  @DayText({ optional: true }) publishedOn?: string;
}

export class CreateCallDto {
  @Id() programId: string;
  @Text({ max: 100 }) round: string;
  @LocalizedText({ max: 300, optional: true }) title?: PartlyLocalized;
  @LocalizedText({ max: 5_000, optional: true }) summary?: PartlyLocalized;
  @Json({ schema: 'Criterion' }) rule: unknown;
  @Json({ schema: 'Deadlines' }) deadlines: unknown[];
  @Nested(() => AwardDto) award: AwardDto;
  @ListOf(() => PartnerDto, { max: 50, optional: true }) partners?: PartnerDto[];
  @Nested(() => SourceDto, { optional: true }) source?: SourceDto;
  @Id({ optional: true }) previousCallId?: string;
  @ListOf(KEY, { max: 5_000, optional: true, description: 'Official keys of those chosen' }) winners?: string[];
}

export class ChangeCallDto {
  @Text({ max: 100, optional: true }) round?: string;
  @LocalizedText({ max: 300, optional: true, nullable: true }) title?: PartlyLocalized | null;
  @LocalizedText({ max: 5_000, optional: true, nullable: true }) summary?: PartlyLocalized | null;
  @Json({ schema: 'Criterion', optional: true }) rule?: unknown;
  @Json({ schema: 'Deadlines', optional: true }) deadlines?: unknown[];
  @Nested(() => AwardDto, { optional: true }) award?: AwardDto;
  @ListOf(() => PartnerDto, { max: 50, optional: true }) partners?: PartnerDto[];
  @Nested(() => SourceDto, { optional: true, nullable: true }) source?: SourceDto | null;
  @Id({ optional: true, nullable: true }) previousCallId?: string | null;
  @ListOf(KEY, { max: 5_000, optional: true }) winners?: string[];
}

export class CallProgramDto {
  @Id() id: string;
  @LocalizedText() title: PartlyLocalized;
}

export class CallDto {
  @Id() id: string;
  @Id() programId: string;
  @Nested(() => CallProgramDto) program: CallProgramDto;
  @Text() round: string;
  /** The call's own title, else the programme's with the round. */
  @LocalizedText() title: PartlyLocalized;
  @LocalizedText({ optional: true }) summary?: PartlyLocalized;
  @Json({ schema: 'Criterion' }) rule: unknown;
  @Json({ schema: 'Deadlines' }) deadlines: unknown[];
  @Nested(() => AwardDto) award: AwardDto;
  @ListOf(() => PartnerDto) partners: PartnerDto[];
  @ListOf('text', { optional: true }) topics?: string[];
  @Nested(() => SourceDto, { optional: true }) source?: SourceDto;
  @Id({ optional: true }) previousCallId?: string;
  @ListOf('text') winners: string[];
  @OneOf(['draft', 'published', 'withdrawn']) state: string;
  @OneOf(['upcoming', 'open', 'closed', 'undated']) status: string;
  @InstantText({ optional: true }) opensAt?: string;
  @InstantText({ optional: true }) closesAt?: string;
  @Whole({ optional: true }) daysLeft?: number;
  /** Of a round that is over: when the next one may come. */
  @Nested(() => ExpectedRoundDto, { optional: true }) expectedRound?: ExpectedRoundDto;
  @InstantText({ optional: true }) publishedAt?: string;
  @InstantText({ optional: true }) withdrawnAt?: string;
  @Text({ optional: true }) withdrawalReason?: string;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}

export class AnswerDto {
  @Text({ max: 100 }) code: string;
  @Text({ min: 0, max: 1_000 }) path: string;
  @Text({ max: 2_000 }) note: string;
}

export class PublicationDto {
  @ListOf(() => AnswerDto, { max: 200, optional: true }) answers?: AnswerDto[];
}

export class WithdrawalDto {
  @Text({ max: 2_000 }) reason: string;
}

export class AmendmentDto {
  @Json({ schema: 'Schedule' }) schedule: unknown;
  @Text({ max: 2_000 }) reason: string;
}
