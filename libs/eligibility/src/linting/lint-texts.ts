import { formatNumber, type Locale, type Localized } from '@app/kernel/locale.js';
import type { Params } from '@app/kernel/reason.js';
import type { Criterion } from '../criterion.js';
import { entitled } from '../entitled.js';
import type { NamedTerritories } from '../named-territories.js';
import { ruleInOneLine } from '../rule-in-one-line.js';
import type { WarningCode } from './lint.js';

/** A part of a rule is quoted up to this length. */
const LONGEST_PART = 160;

type LintText = (params: Params, part: string) => string;

const list = (value: Params[string]): string => (Array.isArray(value) ? value.join(', ') : String(value));
const more = (p: Params): number => Number(p.count) - (Array.isArray(p.names) ? p.names.length : 0);
const names = (p: Params, locale: Locale): string => {
  const others = more(p);
  if (others <= 0) return list(p.names);
  return locale === 'de'
    ? `${list(p.names)} und ${formatNumber(others, 'de')} weitere`
    : `${list(p.names)} and ${formatNumber(others, 'en')} more`;
};
const one = (p: Params): boolean => p.count === 1;

export const LINT_TEXTS: Readonly<Record<Locale, Readonly<Record<WarningCode, LintText>>>> = {
  de: {
    'always-met': () => 'Diese Regel erfüllen alle. Soll der Aufruf wirklich allen offenstehen?',
    'contradictory-branch': (_, part) => `Diesen Teil kann niemand erfüllen: ${part}.`,
    'unreachable-branch': (_, part) => `Dieser Teil kommt nie zum Zug, weil Bedingungen daneben ihn ausschließen: ${part}.`,
    'redundant-branch': (_, part) => `Dieser Teil ändert nichts, weil andere Teile der Regel ihn schon abdecken: ${part}.`,
    'unknown-key': (p) =>
      `${one(p) ? 'Dieser Schlüssel der Liste steht' : 'Diese Schlüssel der Liste stehen'} nicht im Register: ${names(p, 'de')}.`,
    'unknown-tag': (p) => `${one(p) ? 'Diese Art' : 'Diese Arten'} von Antragstellern kennt Fördertakt nicht: ${names(p, 'de')}.`,
    'unknown-fact': (p) => `Dieses Merkmal kennt Fördertakt nicht: ${p.name}. Bitte prüfen Sie die Schreibweise.`,
    'unknown-named-territory': (p) =>
      `${one(p) ? 'Dieses Gebiet ist' : 'Diese Gebiete sind'} nicht hinterlegt: ${names(p, 'de')}. Das Ergebnis bleibt deshalb offen.`,
    'territory-not-in-force': (p) =>
      `${one(p) ? 'Dieses Gebiet gilt' : 'Diese Gebiete gelten'} heute nicht: ${names(p, 'de')}. Das Ergebnis bleibt deshalb offen.`,
    'unknown-territory': (p) => `In ${one(p) ? 'diesem Gebiet' : 'diesen Gebieten'} liegt keine Kommune des Registers: ${names(p, 'de')}.`,
    'municipality-without-county': () => 'Kein Weg für Landkreise. Der Text spricht von Kommunen. Meint er auch Landkreise?',
    'no-association-way': () => 'Kein Weg für Gemeindeverbände. Meint der Aufruf auch Ämter, Samt- und Verbandsgemeinden?',
    'cities-under-bound': (p) =>
      `Die Obergrenze gilt auch für kreisfreie Städte: ${p.passing} von ${p.total} halten sie ein, ${p.stopped} nicht. Ist das so gemeint?`,
    'no-reference-date': () => 'Kein Stichtag für Einwohner. Es zählt die jüngste Zahl des Registers.',
  },
  en: {
    'always-met': () => 'Everybody meets this rule. Is the call really open to all?',
    'contradictory-branch': (_, part) => `Nobody can meet this part: ${part}.`,
    'unreachable-branch': (_, part) => `This part never counts, because conditions beside it exclude it: ${part}.`,
    'redundant-branch': (_, part) => `This part changes nothing, because other parts of the rule cover it already: ${part}.`,
    'unknown-key': (p) => `${one(p) ? 'This key of the list is' : 'These keys of the list are'} not in the register: ${names(p, 'en')}.`,
    'unknown-tag': (p) => `Fördertakt does not know ${one(p) ? 'this kind' : 'these kinds'} of applicant: ${names(p, 'en')}.`,
    'unknown-fact': (p) => `Fördertakt does not know this fact: ${p.name}. Please check the spelling.`,
    'unknown-named-territory': (p) =>
      `${one(p) ? 'This area is' : 'These areas are'} not defined: ${names(p, 'en')}. So the outcome stays open.`,
    'territory-not-in-force': (p) =>
      `${one(p) ? 'This area is' : 'These areas are'} not in force today: ${names(p, 'en')}. So the outcome stays open.`,
    'unknown-territory': (p) => `No authority of the register lies in ${one(p) ? 'this area' : 'these areas'}: ${names(p, 'en')}.`,
    'municipality-without-county': () => 'No way for counties. The text says “Kommunen”. Does it mean counties too?',
    'no-association-way': () => 'No way for municipal associations. Does the call mean Ämter, Samtgemeinden and Verbandsgemeinden too?',
    'cities-under-bound': (p) =>
      `The upper bound holds for independent cities too: ${p.passing} of ${p.total} keep to it, ${p.stopped} do not. Is that what is meant?`,
    'no-reference-date': () => 'No reference date for the population. The newest figure of the register counts.',
  },
};

/** The warning in both languages; `part` is the part of the rule that it is about. */
export function lintText(code: WarningCode, params: Params, part: Criterion, named?: NamedTerritories): Localized {
  const text = (locale: Locale) => LINT_TEXTS[locale][code](params, shortened(ruleInOneLine(entitled(part, named, locale), locale)));
  return { de: text('de'), en: text('en') };
}

function shortened(part: string): string {
  const bare = part.replace(/\.$/, '');
  return bare.length > LONGEST_PART ? `${bare.slice(0, LONGEST_PART - 1)}…` : bare;
}
