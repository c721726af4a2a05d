import type { ListImport } from '@app/authorities/territories/import-territory-list.js';
import type { NamedTerritoryContent, NamedTerritoryView } from '@app/authorities/territories/named-territory.js';
import type { Locale } from '@app/kernel/locale.js';
import { extentOf } from '@app/matching/extent-of.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { stated } from '../../edge/validation/stated.js';
import type { ChangeNamedTerritoryDto, CreateNamedTerritoryDto, NamedTerritoryDto, TerritoryListImportDto } from './named-territory.dto.js';

const UNMATCHED_SHOWN = 100;

export function toNamedTerritoryContent(dto: CreateNamedTerritoryDto): NamedTerritoryContent {
  return {
    title: dto.title,
    source: dto.source,
    sourceUrl: dto.sourceUrl ?? null,
    validFrom: dto.validFrom ?? null,
    validTo: dto.validTo ?? null,
    entries: [...new Set(dto.entries)],
    includes: [...new Set(dto.includes)],
    excludes: [...new Set(dto.excludes)],
  };
}

/** What is left out stays; `null` empties. */
export function toNamedTerritoryChange(dto: ChangeNamedTerritoryDto): Partial<NamedTerritoryContent> {
  return stated(dto);
}

export function toNamedTerritoryDto(set: NamedTerritoryView, state: MatchingState): NamedTerritoryDto {
  const { slug, title, source, version } = set;
  const { authorities, unmatched } = extentOf(state, set);
  return {
    slug,
    title,
    source,
    ...(set.sourceUrl ? { sourceUrl: set.sourceUrl } : {}),
    ...(set.validFrom ? { validFrom: set.validFrom } : {}),
    ...(set.validTo ? { validTo: set.validTo } : {}),
    entries: [...set.entries],
    includes: [...set.includes],
    excludes: [...set.excludes],
    inForce: state.named.entries(slug) !== undefined,
    authorities,
    unmatched: unmatched.slice(0, UNMATCHED_SHOWN),
    version,
    createdAt: set.createdAt.toString(),
    updatedAt: set.updatedAt.toString(),
  };
}

export function toListImportDto(found: ListImport, territory: NamedTerritoryDto, locale: Locale): TerritoryListImportDto {
  const problems = found.problems.map(({ line, code, reason }) => ({ line, code, reason: reason[locale] }));
  return { ...found, problems, territory, version: territory.version };
}
