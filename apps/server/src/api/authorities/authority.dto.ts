import { type ImportFormat, REGISTER_FORMATS } from '@app/authorities/read-register.js';
import { PageQuery } from '../../edge/paging/page-query.js';
import { DayText, Id, ListOf, Nested, OneOf, Scalar, Text, Whole } from '../../edge/validation/fields.js';
import { textKind } from '../../edge/validation/text-kinds.js';
import { ImportReportDto } from './authority-change.dto.js';

export class FigureDto {
  @Whole() value: number;
  @DayText() asOf: string;
  @Text() source: string;
}

export class FactDto {
  @Text({ max: 100 }) name: string;
  @Scalar() value: boolean | number | string;
  @DayText({ optional: true }) asOf?: string;
  /** The last day on which it counts as verified, by its kind; a positive outcome that rests on it says so afterwards. */
  @DayText({ optional: true }) verifiedUntil?: string;
  @Text() source: string;
  @Whole({ min: 1 }) version: number;
}

/** A register no longer knows the authority, and nobody has said yet who follows. */
export class OpenSuccessorDto {
  @OneOf(['open']) state: string;
  /** The day of the register that no longer knows it. */
  @DayText() since: string;
}

export class AuthorityDto {
  @Text() key: string;
  @Text() name: string;
  @Text() officialName: string;
  @ListOf('text') types: string[];
  @Text() territory: string;
  @Text({ optional: true }) parentKey?: string;
  @Text() zone: string;
  /** Newest first. */
  @ListOf(() => FigureDto) population: FigureDto[];
  /** Those that the caller may see; see contract §2. */
  @ListOf(() => FactDto) facts: FactDto[];
  @Text() source: string;
  @DayText({ optional: true }) registerDate?: string;
  @DayText({ optional: true }) validFrom?: string;
  @DayText({ optional: true }) validTo?: string;
  /** Only while it is open who follows an authority that the register no longer knows. */
  @Nested(() => OpenSuccessorDto, { optional: true }) successor?: OpenSuccessorDto;
  @Whole({ min: 1 }) version: number;
}

export class AuthoritiesQuery extends PageQuery {
  @Text({ max: 300, optional: true, description: 'Words of the display or official name, or a key' }) query?: string;
  @ListOf(textKind({ max: 100 }), { max: 50, optional: true, description: 'Any of these tags' }) type?: string[];
  @Text({ max: 100, optional: true, description: 'A territory prefix or `named:<slug>`' }) within?: string;
  @Whole({ optional: true }) populationAtLeast?: number;
  @Whole({ optional: true }) populationAtMost?: number;
}

export class PutFactDto {
  @Scalar() value: boolean | number | string;
  @DayText({ optional: true }) asOf?: string;
  @Text({ max: 500 }) source: string;
}

export class ImportCountsDto {
  @Whole() added: number;
  @Whole() changed: number;
  @Whole() unchanged: number;
  @Whole() ended: number;
}

export class ImportProblemDto {
  /** From 1; 0 for the file as a whole. */
  @Whole() line: number;
  @Text() reason: string;
}

export class RegisterImportDto {
  @Id() id: string;
  @OneOf(REGISTER_FORMATS) format: string;
  @OneOf(['queued', 'running', 'done', 'refused']) state: string;
  @Nested(() => ImportCountsDto, { optional: true }) counts?: ImportCountsDto;
  @ListOf(() => ImportProblemDto) problems: ImportProblemDto[];
  /** What it changed, and what needs a human. */
  @Nested(() => ImportReportDto) report: ImportReportDto;
  @Whole({ min: 1 }) version: number;
}

export class RegisterImportForm {
  @OneOf(REGISTER_FORMATS) format: ImportFormat;
  /** The sign-in's token of a form; programs leave it out. */
  @Text({ optional: true }) csrf?: string;
}
