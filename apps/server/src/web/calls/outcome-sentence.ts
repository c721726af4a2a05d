import type { Outcome } from '@app/eligibility/outcome.js';
import type { Locale } from '@app/kernel/locale.js';

const WORDS = {
  de: {
    eligible: (name: string, reason: string) => `${name} darf sich bewerben: ${reason}.`,
    eligible_jointly: (name: string, reason: string) => `${name} darf sich gemeinsam mit anderen bewerben. ${reason}.`,
    onlyJointly: (name: string) => `${name} darf sich nur gemeinsam mit anderen bewerben.`,
    undetermined: (name: string, reason: string) => `Ob ${name} sich bewerben darf, ist offen. ${reason}.`,
    ineligible: (name: string, reason: string) => `${name} darf sich nicht bewerben: ${reason}.`,
    excluded: (name: string, what: string) => `${name} ist ausgeschlossen: ${what}.`,
    alone: 'Allein nicht: ',
    exclusion: 'ausgeschlossen: ',
  },
  en: {
    eligible: (name: string, reason: string) => `${name} may apply: ${reason}.`,
    eligible_jointly: (name: string, reason: string) => `${name} may apply together with others. ${reason}.`,
    onlyJointly: (name: string) => `${name} may only apply together with others.`,
    undetermined: (name: string, reason: string) => `Whether ${name} may apply is open. ${reason}.`,
    ineligible: (name: string, reason: string) => `${name} may not apply: ${reason}.`,
    excluded: (name: string, what: string) => `${name} is excluded: ${what}.`,
    alone: 'Not alone: ',
    exclusion: 'excluded: ',
  },
} as const;

/** The one sentence on top: the outcome and, as `mainReason` puts it, why. */
export function outcomeSentence(outcome: Outcome, name: string, reason: string, locale: Locale): string {
  const words = WORDS[locale];
  if (outcome === 'eligible_jointly' && !reason.startsWith(words.alone)) return words.onlyJointly(name);
  if (outcome !== 'ineligible') return words[outcome](name, reason);
  if (reason.startsWith(words.exclusion)) return words.excluded(name, reason.slice(words.exclusion.length));
  return reason.startsWith(`${name} `) ? `${reason}.` : words.ineligible(name, reason);
}
