import type { Outcome } from '@app/eligibility/outcome.js';
import type { FieldErrors } from '../pieces/form-values.js';

export interface MergerRow {
  readonly href: string;
  readonly title: string;
  /** Of each part as it is, in the order of `names`. */
  readonly today: readonly Outcome[];
  readonly merged: Outcome;
}

export interface MergerResult {
  readonly names: readonly string[];
  /** Absent: a part has no figure. */
  readonly population?: number;
  /** Calls whose outcome would be another one for the reader's authority. */
  readonly changed: readonly MergerRow[];
  readonly same: readonly MergerRow[];
}

/** GET /mergers?with=: what the reader's authority would qualify for as one with others. */
export interface MergersModel {
  readonly authorityName: string;
  readonly entered: readonly string[];
  readonly result?: MergerResult;
  readonly errors: FieldErrors;
}
