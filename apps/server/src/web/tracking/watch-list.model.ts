import type { ResultRowModel } from '../pieces/result-row.js';

export interface SavedSearchRow {
  readonly href: string;
  readonly name: string;
  readonly found: number;
  readonly digest: boolean;
}

/** GET /watch-list: what people of the reader's authority follow, what they put aside, and the reader's own searches. */
export interface WatchListModel {
  readonly authorityName: string;
  readonly followed: readonly ResultRowModel[];
  readonly dismissed: readonly ResultRowModel[];
  readonly searches: readonly SavedSearchRow[];
  readonly removed?: boolean;
}
