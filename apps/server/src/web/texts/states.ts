import { NAMED_TERRITORY_IDS, territoryName } from '@app/eligibility/territory-names.js';
import type { Locale } from '@app/kernel/locale.js';

/** The 16 German states by their territory: 'DE-01' to 'DE-16'. */
export const STATE_IDS: readonly string[] = NAMED_TERRITORY_IDS.filter((id) => /^DE-\d\d$/.test(id));

/** Options of a select, sorted by name in the reader's language. */
export function stateOptions(locale: Locale): { value: string; label: string }[] {
  return STATE_IDS.map((value) => ({ value, label: territoryName(value, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale));
}
