import type { LeadUnit } from '@app/deadlines/leads.js';
import type { LeadOrigin } from '@app/reminders/leads/lead-choice.js';
import type { LeadsHere } from '@app/reminders/leads/leads-here.query.js';

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
