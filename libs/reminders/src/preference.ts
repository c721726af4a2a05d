import { LEAD_UNITS, type LeadUnit } from '@app/deadlines/leads.js';
import { DomainError, type Fault } from '@app/kernel/domain-error.js';

/** Which calls somebody is reminded of: those their authority may apply for and those they follow, or only the latter. */
export const ABOUTS = ['eligible', 'followed'] as const;
export type About = (typeof ABOUTS)[number];

/** immediate: a letter for each call; daily: one a day; weekly: on Mondays. */
export const FREQUENCIES = ['immediate', 'daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What somebody chooses. */
export interface ReminderChoice {
  /** Days or working days before the closing day, 0 to 90, the longest first. */
  readonly leads: readonly number[];
  readonly unit: LeadUnit;
  readonly about: About;
  readonly frequency: Frequency;
}

export interface ReminderPreference extends ReminderChoice {
  /** Since when no letter is wanted. */
  readonly stoppedAt: Temporal.Instant | null;
  /** 0: nothing was ever chosen, the default holds. */
  readonly version: number;
  readonly updatedAt: Temporal.Instant | null;
}

/** What holds for everybody who has chosen nothing (contract §5). */
export const DEFAULT_CHOICE: ReminderChoice = { leads: [28, 14, 7, 1], unit: 'days', about: 'eligible', frequency: 'daily' };
export const DEFAULT_PREFERENCE: ReminderPreference = { ...DEFAULT_CHOICE, stoppedAt: null, version: 0, updatedAt: null };

export const MOST_LEADS = 20;
export const LONGEST_LEAD = 90;

/** Brings the leads into their order. Throws 'invalid' with a fault for each thing that is not right. */
export function checkedChoice(choice: ReminderChoice): ReminderChoice {
  const faults = [
    ...leadFaults(choice.leads),
    ...unitFaults(choice.unit),
    ...oneOf('/about', choice.about, ABOUTS),
    ...oneOf('/frequency', choice.frequency, FREQUENCIES),
  ];
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
  return { ...choice, leads: choice.leads.toSorted((one, other) => other - one) };
}

/** What is not right with the leads of a choice. */
export function leadFaults(leads: readonly number[]): Fault[] {
  if (leads.length > MOST_LEADS) return [{ pointer: '/leads', code: 'too-many', params: { most: MOST_LEADS } }];
  return leads.flatMap((lead, index): Fault[] => {
    const pointer = `/leads/${index}`;
    if (!Number.isInteger(lead)) return [{ pointer, code: 'wrong-type', params: { expected: 'integer' } }];
    if (lead < 0) return [{ pointer, code: 'too-small', params: { least: 0 } }];
    if (lead > LONGEST_LEAD) return [{ pointer, code: 'too-great', params: { most: LONGEST_LEAD } }];
    return leads.indexOf(lead) < index ? [{ pointer, code: 'duplicate' }] : [];
  });
}

export function unitFaults(unit: string): Fault[] {
  return oneOf('/unit', unit, LEAD_UNITS);
}

function oneOf(pointer: string, value: string, allowed: readonly string[]): Fault[] {
  return allowed.includes(value) ? [] : [{ pointer, code: 'not-one-of', params: { allowed } }];
}
