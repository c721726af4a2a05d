import { ABOUTS, type About } from '@app/reminders/preference.js';

/** The form as it was entered. Fields: `on` (yes), `leads` (repeated), `otherLeads`, `unit`, `about`, `frequency`. */
export interface ReminderForm {
  on: boolean;
  /** Those of LEAD_CHOICES that are ticked. */
  leads: readonly number[];
  /** Further ones as text: "60, 42". */
  otherLeads: string;
  unit: 'days' | 'working_days';
  about: About;
  frequency: 'immediate' | 'daily' | 'weekly';
}

export const LEAD_CHOICES: readonly number[] = [28, 14, 7, 1];
const MAX_LEAD = 90;
const MAX_LEADS = 20;
const UNITS = ['days', 'working_days'] as const;
const FREQUENCIES = ['immediate', 'daily', 'weekly'] as const;

/** What PUT /people/{id}/reminders takes, and whether mails are wanted at all. */
export interface ReminderSettings {
  on: boolean;
  leads: number[];
  unit: 'days' | 'working_days';
  about: About;
  frequency: 'immediate' | 'daily' | 'weekly';
}

export interface ReminderFault {
  code: 'lead-not-a-number' | 'lead-missing' | 'too-many-leads';
  text: string;
}

export function readReminderForm(body: Record<string, unknown>): ReminderForm {
  const ticked = [body.leads].flat().map(Number);
  return {
    on: body.on === 'yes',
    leads: LEAD_CHOICES.filter((lead) => ticked.includes(lead)),
    otherLeads: typeof body.otherLeads === 'string' ? body.otherLeads.trim().slice(0, 300) : '',
    unit: UNITS.find((unit) => unit === body.unit) ?? 'days',
    about: ABOUTS.find((about) => about === body.about) ?? 'eligible',
    frequency: FREQUENCIES.find((frequency) => frequency === body.frequency) ?? 'daily',
  };
}

/** The form of what is stored. */
export function fromReminderSettings(settings: ReminderSettings): ReminderForm {
  const others = settings.leads.filter((lead) => !LEAD_CHOICES.includes(lead));
  return { ...settings, leads: LEAD_CHOICES.filter((lead) => settings.leads.includes(lead)), otherLeads: others.join(', ') };
}

/** "60, 14; 7" as numbers, each once, as many as there are; undefined where something is none from 0 to 90. */
export function readLeads(text: unknown): number[] | undefined {
  if (typeof text !== 'string') return undefined;
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  return words.every(isLead) ? [...new Set(words.map(Number))].sort((a, b) => b - a) : undefined;
}

function isLead(word: string): boolean {
  return /^\d{1,2}$/.test(word) && Number(word) <= MAX_LEAD;
}

/** Leads from many days before to few, each once; or what is wrong, by field. */
export function toReminderSettings(form: ReminderForm): { settings: ReminderSettings } | { faults: Record<string, ReminderFault> } {
  const others = form.otherLeads.split(/[\s,;]+/).filter((text) => text !== '');
  const wrong = others.find((text) => !isLead(text));
  if (wrong !== undefined) return { faults: { otherLeads: { code: 'lead-not-a-number', text: wrong } } };
  const leads = [...new Set([...form.leads, ...others.map(Number)])].sort((a, b) => b - a);
  if (form.on && leads.length === 0) return { faults: { leads: { code: 'lead-missing', text: '' } } };
  if (leads.length > MAX_LEADS) return { faults: { otherLeads: { code: 'too-many-leads', text: '' } } };
  return { settings: { on: form.on, leads, unit: form.unit, about: form.about, frequency: form.frequency } };
}
