import type { ChangeView } from '@app/authorities/changes/changes.query.js';
import type { ImportReport } from '@app/authorities/changes/import-report.js';
import type { ImportSummary } from '@app/authorities/register-import.query.js';
import type { Instant } from '../pieces/day.js';

/** GET /editor/register. */
export interface RegisterModel {
  /** Proposals that wait for a decision. */
  open: readonly ChangeView[];
  imports: readonly ImportSummary[];
  zone: string;
  /** What has just happened. */
  done?: 'confirmed' | 'rejected';
  /** Names of facts that both authorities had. */
  conflicts?: readonly string[];
  /** The form of a change that came back: its id, what was entered and what is wrong, by the name of the field. */
  refused?: { id: string; entered: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };
  /** The upload came without a file, or is too large. */
  uploadError?: string;
}

/** GET /editor/register/imports/:id. */
export interface ImportModel {
  fileName: string;
  format: string;
  state: 'queued' | 'running' | 'done' | 'refused';
  at: Instant;
  zone: string;
  counts?: { added: number; changed: number; unchanged: number; ended: number };
  problems: readonly { line: number; reason: string }[];
  report: ImportReport;
}
