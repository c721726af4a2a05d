import { formatNumber, type Locale } from '@app/kernel/locale.js';
import { listOf, longDay, NBSP } from '@app/kernel/words.js';
import type { FactValue } from '../applicant.js';
import { factName } from '../fact-names.js';
import { tagName } from '../tag-names.js';
import { regionName } from '../territory-names.js';
import type { Change, ChangeElement } from './change.js';

const WORDS = {
  de: {
    inhabitants: (to: string, from: string | undefined) => `${to}${NBSP}Einwohner${from === undefined ? '' : ` statt ${from}`}`,
    on: (day: string) => ` am ${day}`,
    fact: (name: string, to: string, from: string | undefined) => `${name}: ${to}${from === undefined ? '' : ` statt ${from}`}`,
    yes: 'ja',
    no: 'nein',
    join: 'gemeinsam mit anderen bewerben',
    kind: (to: string) => `eine andere Art von Antragsteller: ${to}`,
    place: (to: string) => `ein anderes Gebiet: ${to}`,
    elsewhere: 'anderswo',
    otherAuthority: 'eine andere Kommune sein',
  },
  en: {
    inhabitants: (to: string, from: string | undefined) => `${to}${NBSP}inhabitants${from === undefined ? '' : ` instead of ${from}`}`,
    on: (day: string) => ` on ${day}`,
    fact: (name: string, to: string, from: string | undefined) => `${name}: ${to}${from === undefined ? '' : ` instead of ${from}`}`,
    yes: 'yes',
    no: 'no',
    join: 'applying together with others',
    kind: (to: string) => `another kind of applicant: ${to}`,
    place: (to: string) => `another area: ${to}`,
    elsewhere: 'elsewhere',
    otherAuthority: 'being another authority',
  },
} as const;

/** One minimal set as people read it: "300.000 Einwohner statt 320.946", "zentraler Ort: ja und finanzschwach: ja". */
export function changeWords({ set }: Change, locale: Locale): string {
  return listOf(
    set.map((element) => elementWords(element, locale)),
    locale,
  );
}

function elementWords(element: ChangeElement, locale: Locale): string {
  const words = WORDS[locale];
  switch (element.kind) {
    case 'population': {
      const day = element.asOf === undefined ? '' : words.on(longDay(Temporal.PlainDate.from(element.asOf), locale));
      return (
        words.inhabitants(formatNumber(element.to, locale), element.from === null ? undefined : formatNumber(element.from, locale)) + day
      );
    }
    case 'fact': {
      const from = element.from === null ? undefined : valueWords(element.from, locale);
      return words.fact(factName(element.name, locale), valueWords(element.to, locale), from);
    }
    case 'join':
      return words.join;
    case 'applicantType': {
      const gained = element.to.filter((tag) => !element.from.includes(tag));
      return words.kind(
        listOf(
          (gained.length > 0 ? gained : element.to).map((tag) => tagName(tag, locale)),
          locale,
        ),
      );
    }
    case 'territory':
      return words.place(element.to === 'ZZ' ? words.elsewhere : regionName(element.to, locale));
    default:
      return words.otherAuthority;
  }
}

function valueWords(value: FactValue, locale: Locale): string {
  if (typeof value === 'number') return formatNumber(value, locale);
  if (typeof value === 'string') return value;
  return value ? WORDS[locale].yes : WORDS[locale].no;
}
