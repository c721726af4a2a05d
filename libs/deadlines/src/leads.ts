import { minusWorkingDays } from './working-days.js';

export const LEAD_UNITS = ['days', 'working_days'] as const;
export type LeadUnit = (typeof LEAD_UNITS)[number];

/** The day `lead` days or working days before the closing day (reminders aim at the unshifted one). `region`: whose holidays count. */
export function leadDay(closing: Temporal.PlainDate, lead: number, unit: LeadUnit, region: string | undefined): Temporal.PlainDate {
  return unit === 'days' ? closing.subtract({ days: lead }) : minusWorkingDays(closing, lead, region);
}
