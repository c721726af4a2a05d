import type { LeadUnit } from '@app/deadlines/leads.js';
import type { CallRecord } from '@app/funding/call-record.js';
import { closingsAhead } from '@app/reminders/closings-ahead.js';
import { interestIn } from '@app/reminders/interest.js';
import type { LeadOrigin } from '@app/reminders/leads/lead-choice.js';
import type { LeadsHere } from '@app/reminders/leads/leads-here.query.js';
import type { ReminderPreference } from '@app/reminders/preference.js';
import type { StanceRow } from '@app/tracking/stances.query.js';

/** The leads that hold for the reader's authority, or for one call on behalf of it. */
export interface LeadsModel {
  readonly place: 'authority' | 'call';
  readonly leads: readonly number[];
  readonly unit: LeadUnit;
  /** Where they come from; the place itself: they were chosen here. */
  readonly from: LeadOrigin;
  readonly version: number;
}

export function leadsModel(place: LeadsModel['place'], { leads, unit, from, version }: LeadsHere): LeadsModel {
  return { place, leads, unit, from, version };
}

interface ReaderOfCall {
  readonly preference: Pick<ReminderPreference, 'about' | 'stoppedAt'>;
  /** Their own. */
  readonly stance: StanceRow | undefined;
  readonly isEligible: boolean;
}

/** Whether the reader is reminded of the call as things stand: else nothing need be said of leads. */
export function isRemindedOf(call: CallRecord, { preference, stance, isEligible }: ReaderOfCall, now: Temporal.Instant): boolean {
  if (preference.stoppedAt !== null || closingsAhead(call, now).length === 0) return false;
  const standings = new Map(stance && [[call.id, { ...stance, dismissedUntil: null }]]);
  return typeof interestIn(call.id, { preference, standings }, isEligible) !== 'string';
}
