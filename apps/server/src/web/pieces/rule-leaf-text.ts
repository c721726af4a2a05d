import type { FactDemand, Leaf, Range } from '@app/eligibility/criterion.js';
import { factName } from '@app/eligibility/fact-names.js';
import { hasBound } from '@app/eligibility/range.js';
import { rangeWords } from '@app/eligibility/range-words.js';
import { tagName } from '@app/eligibility/tag-names.js';
import { territoryName } from '@app/eligibility/territory-names.js';
import type { Locale } from '@app/kernel/locale.js';
import { listOf, longDay } from '@app/kernel/words.js';
import { capital } from '../texts/capital.js';
import { texts } from '../texts/texts.js';

/** More names than this are counted, not listed. */
const MOST_NAMES = 8;

function names(all: readonly string[], name: (id: string) => string, locale: Locale): string {
  const { rule } = texts(locale);
  if (all.length === 0) return rule.none;
  if (all.length <= MOST_NAMES) return listOf(all.map(name), locale, 'or');
  return rule.andMore(all.slice(0, MOST_NAMES).map(name).join(', '), all.length - MOST_NAMES);
}

function fact(demand: FactDemand, locale: Locale): string {
  const name = factName(demand.name, locale);
  const { rule, words } = texts(locale);
  const begun = name === demand.name ? name : capital(name, locale);
  if (hasBound(demand)) return `${begun}: ${rangeWords(demand, locale)}`;
  if (demand.is === true) return begun;
  return `${begun}: ${demand.is === false ? words.no : rule.quoted(String(demand.is))}`;
}

/** What one condition demands: "Stadt oder Gemeinde", "höchstens 300.000 Einwohner", "in Niedersachsen". */
export function leafText(leaf: Leaf, locale: Locale): string {
  const t = texts(locale);
  if ('applicantType' in leaf) return names(leaf.applicantType.in, (tag) => tagName(tag, locale), locale);
  if ('territory' in leaf) return t.rule.liesIn(names(leaf.territory.in, (id) => territoryName(id, locale), locale));
  if ('authority' in leaf) return t.rule.listed(names(leaf.authority.in, (key) => key, locale));
  if ('fact' in leaf) return fact(leaf.fact, locale);
  const { asOf, ...range } = leaf.population;
  const people = t.words.inhabitants(rangeWords(range as Range, locale));
  return asOf ? t.rule.asOf(people, longDay(Temporal.PlainDate.from(asOf), locale)) : people;
}
