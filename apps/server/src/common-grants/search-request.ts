import { DomainError } from '@app/kernel/domain-error.js';
import { type ReadFilters, readFilters } from './filters.js';
import { type PageOf, readPage } from './numbered-page.js';
import { readSorting, type SortInfo } from './sorting.js';

export interface SearchRequest {
  readonly search?: string;
  readonly filters: ReadFilters;
  readonly sorting: SortInfo;
  readonly page: PageOf;
}

/** Lenient in what the standard lets a server leave out, strict ('bad-request') in what it cannot guess: words and pages. */
export function readSearch(body: unknown): SearchRequest {
  const { search, filters, sorting, pagination } = objectAt(body ?? {}, '');
  if (search !== undefined && typeof search !== 'string') throw refused('/search');
  const words = search?.trim();
  return {
    ...(words && { search: words }),
    filters: readFilters(filters),
    sorting: readSorting(sorting),
    page: readPage(objectAt(pagination ?? {}, '/pagination'), '/pagination'),
  };
}

function objectAt(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw refused(pointer);
}

function refused(pointer: string): DomainError {
  return new DomainError('bad-request', {}, [{ pointer, code: 'wrong-form' }]);
}
