import type { Locale, Localized } from '@app/kernel/locale.js';
import { factName } from './fact-names.js';
import { slugOf } from './named-territories.js';

const FACT = 'fact:';
const NAMES: Readonly<Record<string, Localized>> = {
  population: { de: 'Einwohnerzahl', en: 'population' },
  territory: { de: 'Lage', en: 'location' },
  key: { de: 'amtlicher Schlüssel', en: 'official key' },
};

/** An item of `Evaluation.missing` in words: "fact:grwArea" → "GRW-Fördergebiet". */
export function missingName(item: string, locale: Locale): string {
  if (item.startsWith(FACT)) return factName(item.slice(FACT.length), locale);
  const slug = slugOf(item);
  if (slug !== undefined) return `${locale === 'de' ? 'Gebiet' : 'area'} ${slug}`;
  return NAMES[item]?.[locale] ?? item;
}
