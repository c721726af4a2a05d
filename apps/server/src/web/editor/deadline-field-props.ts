import type { FieldErrors } from '../pieces/form-values.js';
import type { Texts } from '../texts/texts.js';
import type { DeadlineForm } from './deadline-form.js';

/** One deadline of the form of a call, with its place in the list. */
export interface DeadlineFieldsProps {
  t: Texts;
  deadline: DeadlineForm;
  /** From 0. */
  at: number;
  errors: FieldErrors;
  removable: boolean;
}

/** Name, error and texts of one field of a deadline. */
export function fieldOfDeadline({ t, at, errors }: DeadlineFieldsProps) {
  return (key: keyof DeadlineForm) => ({ t, name: `deadlines.${at}.${key}`, error: errors[`deadlines.${at}.${key}`] });
}
