import type { Locale } from '@app/kernel/locale.js';

/** The 16 German states by the first digits of their territory, in the order of the official key. */
const STATES: readonly [id: string, de: string, en: string][] = [
  ['DE-01', 'Schleswig-Holstein', 'Schleswig-Holstein'],
  ['DE-02', 'Hamburg', 'Hamburg'],
  ['DE-03', 'Niedersachsen', 'Lower Saxony'],
  ['DE-04', 'Bremen', 'Bremen'],
  ['DE-05', 'Nordrhein-Westfalen', 'North Rhine-Westphalia'],
  ['DE-06', 'Hessen', 'Hesse'],
  ['DE-07', 'Rheinland-Pfalz', 'Rhineland-Palatinate'],
  ['DE-08', 'Baden-Württemberg', 'Baden-Württemberg'],
  ['DE-09', 'Bayern', 'Bavaria'],
  ['DE-10', 'Saarland', 'Saarland'],
  ['DE-11', 'Berlin', 'Berlin'],
  ['DE-12', 'Brandenburg', 'Brandenburg'],
  ['DE-13', 'Mecklenburg-Vorpommern', 'Mecklenburg-Western Pomerania'],
  ['DE-14', 'Sachsen', 'Saxony'],
  ['DE-15', 'Sachsen-Anhalt', 'Saxony-Anhalt'],
  ['DE-16', 'Thüringen', 'Thuringia'],
];

export const STATE_IDS: readonly string[] = STATES.map(([id]) => id);

/** Name of a state, or the id itself where it is none of the sixteen. */
export function stateName(id: string, locale: Locale): string {
  const state = STATES.find(([known]) => known === id);
  return state ? state[locale === 'de' ? 1 : 2] : id;
}

/** Options of a select, sorted by name in the reader's language. */
export function stateOptions(locale: Locale): { value: string; label: string }[] {
  return STATE_IDS.map((value) => ({ value, label: stateName(value, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale));
}
