import type { ForeseenEntries } from '@app/calendar/foresee-entries.js';
import type { ForeseenReminders } from '@app/reminders/foresee-reminders.js';
import type { Followers } from '@app/tracking/followers-of-call.query.js';
import type { DeadlineChangeView } from '../pieces/deadline-change.js';
import type { FieldErrors } from '../pieces/form-values.js';
import type { DeadlineForm } from './deadline-form.js';

/** GET and POST /editor/calls/:id/deadlines/:deadlineId/amendment. */
export interface AmendmentModel {
  callId: string;
  deadlineId: string;
  version: number;
  title: string;
  stage: string;
  /** The deadline as everybody sees it now, in words. */
  now: string;
  form: DeadlineForm;
  reason: string;
  errors: FieldErrors;
  /** What confirming would do; absent until somebody asked. */
  preview?: AmendmentPreview;
  /** Somebody saved in between: what to look at again. */
  changed?: string;
}

export interface AmendmentPreview {
  /** The schedule that was looked at: only that one is confirmed. */
  seen: string;
  changes: readonly DeadlineChangeView[];
  followers: Followers;
  reminders: ForeseenReminders;
  calendar: ForeseenEntries;
}
