import type { Locale, Localized } from '@app/kernel/locale.js';
import { longDay } from '@app/kernel/words.js';
import type { Finding } from './evaluation.js';
import { factName } from './fact-names.js';
import { slugOf } from './named-territories.js';

const FACT = 'fact:';
const NAMES: Readonly<Record<string, Localized>> = {
  population: { de: 'Einwohnerzahl', en: 'population' },
  territory: { de: 'Lage', en: 'location' },
  key: { de: 'amtlicher Schlüssel', en: 'official key' },
};

/**
 * An item of `Evaluation.missing` in words: "fact:grwArea" → "GRW-Fördergebiet". With the findings a population says of which day it
 * is missing, where they ask for one day.
 */
export function missingName(item: string, locale: Locale, findings: readonly Finding[] = []): string {
  if (item.startsWith(FACT)) return factName(item.slice(FACT.length), locale);
  const slug = slugOf(item);
  if (slug !== undefined) return `${locale === 'de' ? 'Gebiet' : 'area'} ${slug}`;
  const name = NAMES[item]?.[locale] ?? item;
  return item === 'population' ? name + referenceDay(findings, locale) : name;
}

function referenceDay(findings: readonly Finding[], locale: Locale): string {
  const days = new Set(findings.flatMap(({ code, params }) => (code === 'population-missing' ? [params.referenceDate] : [])));
  const [day] = days;
  if (days.size !== 1 || typeof day !== 'string') return '';
  return ` ${locale === 'de' ? 'am' : 'on'} ${longDay(Temporal.PlainDate.from(day), locale)}`;
}
