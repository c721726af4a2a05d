import type { PartnerView } from '../calls/call.model.js';
import type { ResultRowModel } from '../pieces/result-row.js';

/** GET /programs/:id */
export interface ProgramModel {
  id: string;
  title: string;
  summary?: string;
  partners: readonly PartnerView[];
  topics: readonly string[];
  /** "Bund". */
  level?: string;
  guidelineUrl?: string;
  /** "Voraussichtlich Juni bis Juli 2015, aus 2 Runden, unsicher"; one for each series of rounds. */
  expected: readonly string[];
  /** The newest first. */
  rounds: readonly ResultRowModel[];
  /** The reader edits programmes. */
  mayEdit: boolean;
}
