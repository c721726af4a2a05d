import type { ResultRowModel } from '../pieces/result-row.js';
import type { OutcomeCounts } from '../pieces/tally.js';
import type { CallFilter } from './call-filter.js';

/** Under which heading a row stands; `all` when the order is not by deadline. */
export type CallGroup = 'soon' | 'later' | 'undated' | 'closed' | 'all';

/** GET /calls. */
export interface CallsModel {
  filter: CallFilter;
  /** Short: "Düren"; absent: nobody is asked about, there are no outcomes. */
  authorityName?: string;
  /** Outcomes of what the other filters leave (with an authority). */
  counts?: OutcomeCounts;
  /** The rows of this page by group, in the order to be shown; empty groups left out. */
  groups: readonly { group: CallGroup; rows: readonly ResultRowModel[] }[];
  total: number;
  /** Of this page, from 1. */
  from: number;
  to: number;
  pages: number;
  /** Nothing is published at all: the empty state then says so. */
  nothingPublished?: boolean;
}
