import { LIST_MODES, type ListMode } from '@app/authorities/territories/import-territory-list.js';
import { MOST_ENTRIES, MOST_SETS, SLUG } from '@app/authorities/territories/named-territory.js';
import type { PartlyLocalized } from '@app/kernel/locale.js';
import { DayText, Flag, InstantText, ListOf, LocalizedText, Nested, OneOf, Text, Url, Whole } from '../../edge/validation/fields.js';

const ENTRIES = { max: MOST_ENTRIES, description: 'Territories (`DE-05358`, with all that lies in them) and keys of authorities' } as const;
const INCLUDES = { max: MOST_SETS, optional: true, description: 'Slugs of sets whose content is in this one' } as const;
const EXCLUDES = { max: MOST_SETS, optional: true, description: 'Slugs of sets whose content is taken out of all that' } as const;

export class CreateNamedTerritoryDto {
  @Text({ max: 60, pattern: SLUG, description: 'Rules call the set `named:<slug>`' }) slug: string;
  @LocalizedText({ max: 200 }) title: PartlyLocalized;
  @Text({ max: 500, description: 'Where the list comes from' }) source: string;
  @Url({ optional: true }) sourceUrl?: string;
  @DayText({ optional: true, description: 'Before this day the set is unknown' }) validFrom?: string;
  @DayText({ optional: true, description: 'After this day the set is unknown' }) validTo?: string;
  @ListOf('text', { ...ENTRIES, optional: true }) entries?: string[];
  @ListOf('text', INCLUDES) includes?: string[];
  @ListOf('text', EXCLUDES) excludes?: string[];
}

export class ChangeNamedTerritoryDto {
  @LocalizedText({ max: 200, optional: true }) title?: PartlyLocalized;
  @Text({ max: 500, optional: true }) source?: string;
  @Url({ optional: true, nullable: true }) sourceUrl?: string | null;
  @DayText({ optional: true, nullable: true }) validFrom?: string | null;
  @DayText({ optional: true, nullable: true }) validTo?: string | null;
  @ListOf('text', { ...ENTRIES, optional: true }) entries?: string[];
  @ListOf('text', INCLUDES) includes?: string[];
  @ListOf('text', EXCLUDES) excludes?: string[];
}

export class NamedTerritoryDto {
  @Text() slug: string;
  @LocalizedText() title: PartlyLocalized;
  @Text() source: string;
  @Url({ optional: true }) sourceUrl?: string;
  @DayText({ optional: true }) validFrom?: string;
  @DayText({ optional: true }) validTo?: string;
  @ListOf('text', ENTRIES) entries: string[];
  @ListOf('text') includes: string[];
  @ListOf('text') excludes: string[];
  @Flag({ description: 'Whether today lies in the validity of the set and of all that it is made of; else it is unknown' })
  inForce: boolean;
  @Whole({ description: 'How many authorities of the register are in it today' }) authorities: number;
  @ListOf('text', { description: 'Entries to which nobody in the register belongs today, at most 100' }) unmatched: string[];
  @Whole({ min: 1 }) version: number;
  @InstantText() createdAt: string;
  @InstantText() updatedAt: string;
}

export class ListProblemDto {
  /** From 1. */
  @Whole() line: number;
  @Text() code: string;
  @Text() reason: string;
}

export class TerritoryListImportDto {
  @Whole() added: number;
  @Whole() removed: number;
  @Whole() unchanged: number;
  @ListOf(() => ListProblemDto) problems: ListProblemDto[];
  @Nested(() => NamedTerritoryDto) territory: NamedTerritoryDto;
  @Whole({ min: 1, description: 'Of the set, after the import' }) version: number;
}

export class TerritoryListForm {
  @OneOf(LIST_MODES, { optional: true, description: 'Instead of the entries there are (default), or beside them' }) mode?: ListMode;
  /** The sign-in's token of a form; programs leave it out. */
  @Text({ optional: true }) csrf?: string;
}

export class TerritoryDto {
  @Text({ description: 'As rules and `within` name it' }) id: string;
  @OneOf(['country', 'state', 'named']) kind: 'country' | 'state' | 'named';
  @LocalizedText() title: PartlyLocalized;
}
