import type { LeadUnit } from '@app/deadlines/leads.js';
import { DomainError } from '@app/kernel/domain-error.js';
import { leadFaults, type ReminderChoice, type ReminderPreference, unitFaults } from '../preference.js';

/** How long before a closing somebody wants to hear of it. */
export type Leads = Pick<ReminderChoice, 'leads' | 'unit'>;

/** What somebody has chosen for an authority, or for one call on behalf of it. */
export interface LeadChoice {
  /** null: for every call of the authority. */
  readonly callId: string | null;
  /** null: they took their choice back, and what is chosen more generally holds again. */
  readonly chosen: Leads | null;
  readonly version: number;
  readonly updatedAt: Temporal.Instant;
}

/** Where the leads come from that hold: from the most specific to the most general. */
export const LEAD_ORIGINS = ['call', 'authority', 'person', 'default'] as const;
export type LeadOrigin = (typeof LEAD_ORIGINS)[number];

export interface LeadsInForce extends Leads {
  readonly from: LeadOrigin;
  /** Since when they hold; null: from the beginning. */
  readonly since: Temporal.Instant | null;
}

/** By call; null: for the authority. */
export type LeadChoices = ReadonlyMap<string | null, LeadChoice>;

/** The most specific choice wins, as a whole: of the call, of the authority, of the person, else the default. `callId` null: of the authority at large. */
export function leadsInForce(callId: string | null, choices: LeadChoices, preference: ReminderPreference): LeadsInForce {
  const general: LeadsInForce = {
    leads: preference.leads,
    unit: preference.unit,
    from: preference.version === 0 ? 'default' : 'person',
    since: preference.updatedAt,
  };
  const ofAuthority = narrowed(general, choices.get(null), 'authority');
  return callId === null ? ofAuthority : narrowed(ofAuthority, choices.get(callId), 'call');
}

function narrowed(general: LeadsInForce, choice: LeadChoice | undefined, from: LeadOrigin): LeadsInForce {
  if (!choice) return general;
  if (choice.chosen) return { ...choice.chosen, from, since: choice.updatedAt };
  const isOlder = general.since === null || Temporal.Instant.compare(general.since, choice.updatedAt) < 0;
  return isOlder ? { ...general, since: choice.updatedAt } : general;
}

/** Brings the leads into their order. Throws 'invalid' with a fault for each thing that is not right. */
export function checkedLeads({ leads, unit }: Leads): { readonly leads: readonly number[]; readonly unit: LeadUnit } {
  const faults = [...leadFaults(leads), ...unitFaults(unit)];
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  return { leads: leads.toSorted((one, other) => other - one), unit };
}
