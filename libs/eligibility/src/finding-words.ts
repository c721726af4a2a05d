import { formatNumber, type Locale } from '@app/kernel/locale.js';
import type { Params } from '@app/kernel/reason.js';
import { listOf, longDay, NBSP } from '@app/kernel/words.js';
import type { Range } from './criterion.js';
import { factName } from './fact-names.js';
import { kindName, someKind } from './kind-names.js';
import { hasBound } from './range.js';
import { demandWords, rangeWords } from './range-words.js';
import { noSuchTag, someTag, tagName } from './tag-names.js';
import { regionName, territoryName } from './territory-names.js';

/** The parts of finding texts: each reads the parameters of a finding and never fails on one that is not shown. */

/** More places than this make a sentence unreadable. */
const MOST_PLACES = 5;

function texts(value: Params[string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** "Düren", "Mitglied 2", "der Antragsteller". */
export function who({ name, member }: Params, locale: Locale, isFirst = true): string {
  if (typeof name === 'string') return name;
  if (typeof member === 'number') return locale === 'de' ? `Mitglied${NBSP}${member}` : `member${NBSP}${member}`;
  if (locale === 'de') return isFirst ? 'Der Antragsteller' : 'der Antragsteller';
  return isFirst ? 'The applicant' : 'the applicant';
}

/** "eine kreisangehörige Stadt", "ein Landkreis": what it is, if that is plainly what the rule asks for, else what the rule calls it too. */
export function kindOf(params: Params, locale: Locale): string {
  const [matching, types] = [texts(params.matching), texts(params.types)];
  const own = kindName(types, locale);
  if (matching.includes('municipality') || matching.some((tag) => tagName(tag, locale) === own)) return someKind(types, locale) ?? '';
  const demanded = matching.map((tag) => someTag(tag, locale)).join(', ');
  return own === undefined ? demanded : `${demanded} (${own})`;
}

/** "kein Landkreis", "weder Landkreis noch Samtgemeinde". */
export function noneOf(params: Params, locale: Locale): string {
  const demanded = texts(params.in);
  if (demanded.length === 0) return locale === 'de' ? 'nicht gemeint, denn die Liste ist leer' : 'not meant, for the list is empty';
  if (demanded.length === 1) return noSuchTag(demanded[0]!, locale);
  const names = demanded.map((tag) => tagName(tag, locale));
  if (locale === 'en') return `none of these: ${names.join(', ')}`;
  return demanded.length === 2 ? `weder ${names.join(' noch ')}` : `nichts davon: ${names.join(', ')}`;
}

/** "93.207 am 31. Dezember 2022"; without a date "93.207 Einwohner". */
export function figure({ value, asOf }: Params, locale: Locale): string {
  if (typeof value !== 'number') return inhabitants('?', locale);
  const text = formatNumber(value, locale);
  if (typeof asOf !== 'string') return inhabitants(text, locale);
  return `${text} ${locale === 'de' ? 'am' : 'on'} ${dayName(asOf, locale)}`;
}

function inhabitants(number: string, locale: Locale): string {
  return `${number}${NBSP}${locale === 'de' ? 'Einwohner' : 'inhabitants'}`;
}

export function sum({ value }: Params, locale: Locale): string {
  return inhabitants(formatNumber(Number(value), locale), locale);
}

export function onReferenceDate({ referenceDate }: Params, locale: Locale): string {
  if (typeof referenceDate !== 'string') return '';
  return `${locale === 'de' ? ' am' : ' on'} ${dayName(referenceDate, locale)}`;
}

function dayName(day: string, locale: Locale): string {
  return longDay(Temporal.PlainDate.from(day), locale);
}

export function demand(params: Params, locale: Locale): string {
  return demandWords(params as Range, locale);
}

/** "Niedersachsen, Bremen und 3 weitere". */
export function places(params: Params, locale: Locale): string {
  const all = texts(params.in);
  const shown = all.slice(0, MOST_PLACES).map((id) => territoryName(id, locale));
  const more = Math.max(Number(params.count ?? 0), all.length) - shown.length;
  if (shown.length === 0) return locale === 'de' ? 'nirgends' : 'nowhere';
  return more > 0 ? `${shown.join(', ')} ${locale === 'de' ? `und ${more} weitere` : `and ${more} more`}` : listOf(shown, locale);
}

export function region({ territory }: Params, locale: Locale): string {
  return typeof territory === 'string' ? regionName(territory, locale) : '?';
}

export function sets({ sets }: Params): string {
  return texts(sets).join(', ');
}

export function count({ value }: Params, locale: Locale): string {
  const isOne = value === 1;
  const noun = locale === 'de' ? (isOne ? 'Mitglied' : 'Mitglieder') : isOne ? 'member' : 'members';
  return `${formatNumber(Number(value), locale)}${NBSP}${noun}`;
}

export function without({ membersWithoutFigure }: Params, locale: Locale): string {
  return count({ value: membersWithoutFigure }, locale);
}

/** "Gebietskulisse: ja", "Einwohner des Ortsteils: 900"; of a value that is not shown the name alone. */
export function factIs(params: Params, locale: Locale): string {
  const name = factOf(params, locale);
  return params.value === undefined ? name : `${name}: ${valueWords(params.value, locale)}`;
}

export function factIsUnknown(params: Params, locale: Locale): string {
  return `${factOf(params, locale)}: ${locale === 'de' ? 'unbekannt' : 'unknown'}`;
}

/** Fact names of the catalogue begin small as they stand after a colon; a sentence begins with a capital. */
function factOf(params: Params, locale: Locale): string {
  const id = String(params.fact);
  const name = factName(id, locale);
  return name === id ? name : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** ", verlangt: nein"; a demanded value that is the case anyway is not repeated. */
export function factDemand(params: Params, locale: Locale): string {
  const { is, value } = params;
  if (hasBound(params as Range)) return `, ${locale === 'de' ? 'verlangt' : 'required'}: ${rangeWords(params as Range, locale)}`;
  if (is === undefined || is === value) return '';
  return `, ${locale === 'de' ? 'verlangt' : 'required'}: ${valueWords(is, locale)}`;
}

export function valueWords(value: Params[string], locale: Locale): string {
  if (typeof value === 'boolean') return { de: ['nein', 'ja'], en: ['no', 'yes'] }[locale][value ? 1 : 0]!;
  return typeof value === 'number' ? formatNumber(value, locale) : String(value);
}
