import type { Locale } from '@app/kernel/locale.js';
import { listOf, longDay, NBSP } from '@app/kernel/words.js';
import type { FactDemand, Leaf, PopulationDemand } from './criterion.js';
import { factName } from './fact-names.js';
import { valueWords } from './finding-words.js';
import { slugOf } from './named-territories.js';
import { hasBound } from './range.js';
import { rangeWords } from './range-words.js';
import { tagName } from './tag-names.js';
import { territoryName } from './territory-names.js';

/** More entries than this are counted, not listed. */
const MOST_SHOWN = 5;

/** What a leaf asks for, to stand alone on a line: "höchstens 300.000 Einwohner", "Landkreis", "in Niedersachsen". */
export function leafWords(leaf: Leaf, locale: Locale): string {
  if ('applicantType' in leaf) return someOf(leaf.applicantType.in, (tag) => tagName(tag, locale), locale);
  if ('population' in leaf) return populationWords(leaf.population, locale);
  if ('territory' in leaf) return territoryWords(leaf.territory.in, locale);
  if ('authority' in leaf) return authorityWords(leaf.authority.in, locale);
  return factWords(leaf.fact, locale);
}

/** "höchstens 300.000 Einwohner am 31. Dezember 2022". */
function populationWords(demand: PopulationDemand, locale: Locale): string {
  const people = `${rangeWords(demand, locale)}${NBSP}${locale === 'de' ? 'Einwohner' : 'inhabitants'}`;
  if (demand.asOf === undefined) return people;
  return `${people} ${locale === 'de' ? 'am' : 'on'} ${longDay(Temporal.PlainDate.from(demand.asOf), locale)}`;
}

/** "in Niedersachsen oder Bremen"; sets kept by editors by their name. */
export function territoryWords(entries: readonly string[], locale: Locale): string {
  const within = locale === 'de' ? 'im Gebiet' : 'in the area';
  if (entries.length > 0 && entries.every((entry) => slugOf(entry) !== undefined)) {
    return `${within} ${someOf(entries, (entry) => slugOf(entry)!, locale)}`;
  }
  return `in ${someOf(entries, (entry) => territoryName(entry, locale), locale)}`;
}

export function authorityWords(keys: readonly string[], locale: Locale): string {
  if (keys.length === 1) return locale === 'de' ? `nur ${keys[0]}` : `only ${keys[0]}`;
  return locale === 'de' ? `auf der Liste von ${keys.length}${NBSP}Kommunen` : `on the list of ${keys.length}${NBSP}authorities`;
}

/** What a leaf lets nobody be, to stand after "nicht:": a single authority without the "only" of a list. */
export function excludedWords(leaf: Leaf, locale: Locale): string {
  if ('authority' in leaf && leaf.authority.in.length === 1) return leaf.authority.in[0]!;
  return leafWords(leaf, locale);
}

/** "Einwohner des Ortsteils: höchstens 10.000", "nicht: Haushaltssicherung". */
export function factWords(demand: FactDemand, locale: Locale): string {
  const name = factName(demand.name, locale);
  if (hasBound(demand)) return `${name}: ${rangeWords(demand, locale)}`;
  if (demand.is === true) return name;
  return demand.is === false ? `${locale === 'de' ? 'nicht' : 'not'}: ${name}` : `${name}: ${valueWords(demand.is, locale)}`;
}

function someOf(entries: readonly string[], nameOf: (entry: string) => string, locale: Locale): string {
  if (entries.length === 0) return locale === 'de' ? 'niemand' : 'nobody';
  if (entries.length <= MOST_SHOWN + 1) return listOf(entries.map(nameOf), locale, 'or');
  const shown = entries.slice(0, MOST_SHOWN).map(nameOf).join(', ');
  const more = entries.length - MOST_SHOWN;
  return locale === 'de' ? `${shown} oder ${more} weitere` : `${shown} or ${more} more`;
}
