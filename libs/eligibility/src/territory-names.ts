import type { Locale, Localized } from '@app/kernel/locale.js';
import { slugOf } from './named-territories.js';

const same = (name: string): Localized => ({ de: name, en: name });

/** Countries that calls of our catalogue name, and the sixteen German states by the first two digits of the key. */
const TERRITORIES: Readonly<Record<string, Localized>> = {
  DE: { de: 'Deutschland', en: 'Germany' },
  AT: { de: 'Österreich', en: 'Austria' },
  BE: { de: 'Belgien', en: 'Belgium' },
  CH: { de: 'Schweiz', en: 'Switzerland' },
  CZ: { de: 'Tschechien', en: 'Czechia' },
  DK: { de: 'Dänemark', en: 'Denmark' },
  FR: { de: 'Frankreich', en: 'France' },
  IT: { de: 'Italien', en: 'Italy' },
  LU: { de: 'Luxemburg', en: 'Luxembourg' },
  NL: { de: 'Niederlande', en: 'Netherlands' },
  PL: { de: 'Polen', en: 'Poland' },
  US: { de: 'USA', en: 'USA' },
  'DE-01': same('Schleswig-Holstein'),
  'DE-02': same('Hamburg'),
  'DE-03': { de: 'Niedersachsen', en: 'Lower Saxony' },
  'DE-04': same('Bremen'),
  'DE-05': { de: 'Nordrhein-Westfalen', en: 'North Rhine-Westphalia' },
  'DE-06': { de: 'Hessen', en: 'Hesse' },
  'DE-07': { de: 'Rheinland-Pfalz', en: 'Rhineland-Palatinate' },
  'DE-08': same('Baden-Württemberg'),
  'DE-09': { de: 'Bayern', en: 'Bavaria' },
  'DE-10': same('Saarland'),
  'DE-11': same('Berlin'),
  'DE-12': same('Brandenburg'),
  'DE-13': { de: 'Mecklenburg-Vorpommern', en: 'Mecklenburg-Western Pomerania' },
  'DE-14': { de: 'Sachsen', en: 'Saxony' },
  'DE-15': { de: 'Sachsen-Anhalt', en: 'Saxony-Anhalt' },
  'DE-16': { de: 'Thüringen', en: 'Thuringia' },
};

/** "Niedersachsen"; a finer territory by its id, a named one by its name. */
export function territoryName(id: string, locale: Locale): string {
  return Object.hasOwn(TERRITORIES, id) ? TERRITORIES[id]![locale] : (slugOf(id) ?? id);
}

/** The state or country in which a territory lies, as far as it has a name: 'DE-05358008' → "Nordrhein-Westfalen". */
export function regionName(territory: string, locale: Locale): string {
  const state = territory.slice(0, 5);
  if (Object.hasOwn(TERRITORIES, state)) return territoryName(state, locale);
  return territoryName(territory.split('-')[0]!, locale);
}

/** Every territory that has a name, for choices in forms. */
export const NAMED_TERRITORY_IDS: readonly string[] = Object.keys(TERRITORIES);
