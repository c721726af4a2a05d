import type { SittingDaysImport } from '@app/tracking/planning/import-sitting-days.js';
import type { Day } from '../pieces/day.js';
import type { FieldErrors, Option } from '../pieces/form-values.js';
import type { StepRow } from './steps-form.js';

/** GET /authority/sittings: when the bodies of an authority sit, and what it has to do how long before. */
export interface SittingsModel {
  key: string;
  /** Short: "Düren". */
  name: string;
  today: Day;
  sittings: readonly ListedSitting[];
  /** Names of bodies that are known, for the form. */
  entry: { day: string; kind: string; name: string };
  steps: {
    rows: readonly StepRow[];
    version: number;
    suggested: boolean;
    /** What a step can be counted from. */
    origins: readonly Option[];
  };
  errors: FieldErrors;
  saved?: 'sitting' | 'removed' | 'steps';
  imported?: SittingDaysImport;
}

export interface ListedSitting {
  id: string;
  day: Day;
  kind: 'council' | 'committee';
  name: string;
  imported: boolean;
  version: number;
  isOver: boolean;
}
