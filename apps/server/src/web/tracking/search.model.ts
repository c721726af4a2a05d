import type { DigestFrequency, SearchFilter } from '@app/tracking/saved-search.js';
import type { ResultRowModel } from '../pieces/result-row.js';

/** GET /searches/:id: what one of the reader's searches finds now, and its settings. */
export interface SearchModel {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly digest: boolean;
  readonly frequency: DigestFrequency;
  readonly filter: SearchFilter;
  /** Whose outcomes are shown. */
  readonly authorityName?: string;
  readonly rows: readonly ResultRowModel[];
  /** What has just happened. */
  readonly done?: 'saved' | 'changed';
  readonly nameError?: string;
}
