import type { Day } from '../pieces/day.js';
import type { FieldErrors, Option } from '../pieces/form-values.js';

/** The form as it was entered. Fields: `from`, `until`, `deputy`, `alsoToMe` (yes). */
export interface AbsenceForm {
  from: string;
  until: string;
  deputy: string;
  alsoToMe: boolean;
}

export interface ListedAbsence {
  id: string;
  version: number;
  /** Whose it is; for one's own the deputy. */
  other: string;
  from: Day;
  until: Day;
  alsoToMe: boolean;
  deputyIsAbsent: boolean;
  isOver: boolean;
}

/** GET and POST /reminders/absence. */
export interface AbsenceModel {
  authorityName: string;
  own: readonly ListedAbsence[];
  /** In which the reader stands in. */
  forOthers: readonly ListedAbsence[];
  colleagues: readonly Option[];
  form: AbsenceForm;
  errors: FieldErrors;
  saved?: 'entered' | 'ended';
}
