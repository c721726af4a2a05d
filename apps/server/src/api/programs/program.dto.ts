import { PARTNER_ROLES, type PartnerRole } from '@app/funding/partner.js';
import { FUNDING_LEVELS, type FundingLevel } from '@app/funding/program.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { Id, InstantText, ListOf, LocalizedText, OneOf, Text, Url, Whole } from '../../edge/validation/fields.js';
import { ExpectedRoundDto } from '../calls/expected-round.dto.js';

export class PartnerDto {
  @Text({ max: 300 }) name: string;
  @OneOf(PARTNER_ROLES) role: PartnerRole;
  @Url({ optional: true }) url?: string;
}

export class CreateProgramDto {
  @LocalizedText({ max: 300 }) title: PartlyLocalized;
  @LocalizedText({ max: 5_000, optional: true }) summary?: PartlyLocalized;
  @ListOf(() => PartnerDto, { max: 50 }) partners: PartnerDto[];
  @ListOf('text', { max: 30, optional: true }) topics?: string[];
  @OneOf(FUNDING_LEVELS, { optional: true }) fundingLevel?: FundingLevel;
  @Url({ optional: true }) guidelineUrl?: string;
}

export class ChangeProgramDto {
  @LocalizedText({ max: 300, optional: true }) title?: PartlyLocalized;
  @LocalizedText({ max: 5_000, optional: true }) summary?: PartlyLocalized;
  @ListOf(() => PartnerDto, { max: 50, optional: true }) partners?: PartnerDto[];
  @ListOf('text', { max: 30, optional: true }) topics?: string[];
  @OneOf(FUNDING_LEVELS, { optional: true, nullable: true }) fundingLevel?: FundingLevel | null;
  @Url({ optional: true, nullable: true }) guidelineUrl?: string | null;
}

export class ProgramDto extends CreateProgramDto {
  @Id() id: string;
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
  @ListOf(() => ExpectedRoundDto, { description: 'Rounds that may come, guessed from past ones' }) expectedRounds: ExpectedRoundDto[];
}
