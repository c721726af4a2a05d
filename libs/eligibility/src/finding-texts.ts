import type { Locale, Localized } from '@app/kernel/locale.js';
import { type Catalogue, type Params, textsOf } from '@app/kernel/reason.js';
import { entitledEntry } from './entitled.js';
import type { Finding } from './evaluation.js';
import * as words from './finding-words.js';
import type { FindingCode } from './judgement.js';
import { type NamedTerritories, named, slugOf } from './named-territories.js';

/** One text for every reason, with what is demanded and what is the case. A value that is not shown leaves a shorter sentence. */
const TEXTS: Catalogue<FindingCode> = {
  de: {
    'applicant-type-among': (p) => `${words.who(p, 'de')} ist ${words.kindOf(p, 'de')}.`,
    'applicant-type-other': (p) => `${words.who(p, 'de')} ist ${words.noneOf(p, 'de')}.`,
    'population-within': (p) => `${words.figure(p, 'de')}, ${words.demand(p, 'de')}.`,
    'population-outside': (p) => `${words.figure(p, 'de')}, ${words.demand(p, 'de')}.`,
    'population-missing': (p) => `Die Einwohnerzahl${words.onReferenceDate(p, 'de')} ist unbekannt, ${words.demand(p, 'de')}.`,
    'territory-inside': (p) => `${words.who(p, 'de')} liegt im Fördergebiet: ${words.places(p, 'de')}.`,
    'territory-outside': (p) => `${words.who(p, 'de')} liegt in ${words.region(p, 'de')}, gefördert wird in: ${words.places(p, 'de')}.`,
    'territory-too-coarse': (p) => `${words.who(p, 'de')} reicht über das Fördergebiet hinaus: ${words.places(p, 'de')}.`,
    'territory-missing': (p) => `Es ist unbekannt, wo ${words.who(p, 'de', false)} liegt. Gefördert wird in: ${words.places(p, 'de')}.`,
    'named-territory-unknown': (p) => `Das Fördergebiet ist hier nicht hinterlegt: ${words.sets(p)}.`,
    'named-territory-not-in-force': (p) => `Das Fördergebiet ist nicht in Kraft: ${words.sets(p)}.`,
    'authority-listed': (p) => `${words.who(p, 'de')} steht auf der Liste.`,
    'authority-not-listed': (p) => `${words.who(p, 'de')} steht nicht auf der Liste.`,
    'authority-key-missing': (p) => `Der amtliche Schlüssel ist unbekannt, also auch, ob ${words.who(p, 'de', false)} auf der Liste steht.`,
    'fact-holds': (p) => `${words.factIs(p, 'de')}${words.factDemand(p, 'de')}.`,
    'fact-differs': (p) => `${words.factIs(p, 'de')}${words.factDemand(p, 'de')}.`,
    'fact-missing': (p) => `${words.factIsUnknown(p, 'de')}${words.factDemand(p, 'de')}.`,
    'members-within': (p) => `${words.count(p, 'de')}, ${words.demand(p, 'de')}.`,
    'members-outside': (p) => `${words.count(p, 'de')}, ${words.demand(p, 'de')}.`,
    'joint-population-within': (p) => `Zusammen ${words.sum(p, 'de')}, ${words.demand(p, 'de')}.`,
    'joint-population-outside': (p) => `Zusammen ${words.sum(p, 'de')}, ${words.demand(p, 'de')}.`,
    'joint-population-missing': (p) => `Die Einwohnerzahl fehlt für ${words.without(p, 'de')}, ${words.demand(p, 'de')}.`,
    'lead-present': 'Mindestens ein Mitglied kann die Federführung übernehmen.',
    'lead-absent': 'Kein Mitglied kann die Federführung übernehmen.',
    'lead-unknown': 'Es ist unbekannt, ob ein Mitglied die Federführung übernehmen kann.',
  },
  en: {
    'applicant-type-among': (p) => `${words.who(p, 'en')} is ${words.kindOf(p, 'en')}.`,
    'applicant-type-other': (p) => `${words.who(p, 'en')} is ${words.noneOf(p, 'en')}.`,
    'population-within': (p) => `${words.figure(p, 'en')}, ${words.demand(p, 'en')}.`,
    'population-outside': (p) => `${words.figure(p, 'en')}, ${words.demand(p, 'en')}.`,
    'population-missing': (p) => `The population${words.onReferenceDate(p, 'en')} is unknown, ${words.demand(p, 'en')}.`,
    'territory-inside': (p) => `${words.who(p, 'en')} lies in the target area: ${words.places(p, 'en')}.`,
    'territory-outside': (p) => `${words.who(p, 'en')} lies in ${words.region(p, 'en')}, the target area is: ${words.places(p, 'en')}.`,
    'territory-too-coarse': (p) => `${words.who(p, 'en')} reaches beyond the target area: ${words.places(p, 'en')}.`,
    'territory-missing': (p) => `It is unknown where ${words.who(p, 'en', false)} lies. The target area is: ${words.places(p, 'en')}.`,
    'named-territory-unknown': (p) => `The target area is not known here: ${words.sets(p)}.`,
    'named-territory-not-in-force': (p) => `The target area is not in force: ${words.sets(p)}.`,
    'authority-listed': (p) => `${words.who(p, 'en')} is on the list.`,
    'authority-not-listed': (p) => `${words.who(p, 'en')} is not on the list.`,
    'authority-key-missing': (p) => `The official key is unknown, and so is whether ${words.who(p, 'en', false)} is on the list.`,
    'fact-holds': (p) => `${words.factIs(p, 'en')}${words.factDemand(p, 'en')}.`,
    'fact-differs': (p) => `${words.factIs(p, 'en')}${words.factDemand(p, 'en')}.`,
    'fact-missing': (p) => `${words.factIsUnknown(p, 'en')}${words.factDemand(p, 'en')}.`,
    'members-within': (p) => `${words.count(p, 'en')}, ${words.demand(p, 'en')}.`,
    'members-outside': (p) => `${words.count(p, 'en')}, ${words.demand(p, 'en')}.`,
    'joint-population-within': (p) => `Together ${words.sum(p, 'en')}, ${words.demand(p, 'en')}.`,
    'joint-population-outside': (p) => `Together ${words.sum(p, 'en')}, ${words.demand(p, 'en')}.`,
    'joint-population-missing': (p) => `The population is missing for ${words.without(p, 'en')}, ${words.demand(p, 'en')}.`,
    'lead-present': 'At least one member can lead.',
    'lead-absent': 'No member can lead.',
    'lead-unknown': 'It is unknown whether a member can lead.',
  },
};

/** The reason in words; of a member of a joint application the applicant is called by its name or number, a set of territories by its title. */
export function findingText(code: FindingCode, params: Params, named?: NamedTerritories): Localized {
  if (named?.title === undefined) return textsOf(TEXTS, { code, params });
  const text = (locale: Locale) => textsOf(TEXTS, { code, params: entitledParams(params, named, locale) })[locale];
  return { de: text('de'), en: text('en') };
}

function entitledParams(params: Params, names: NamedTerritories, locale: Locale): Params {
  const titled = (entries: Params[string], entryOf: (name: string) => string) =>
    Array.isArray(entries) ? entries.map((entry) => entitledEntry(entryOf(String(entry)), names, locale)) : entries;
  const sets = titled(params.sets, named);
  return {
    ...params,
    in: titled(params.in, (entry) => entry),
    ...(Array.isArray(sets) && { sets: sets.map((entry) => slugOf(entry) ?? entry) }),
  };
}

/** What is the case, without what is demanded: under a `not` the demand is what must not be. */
export function factualText({ code, params, text }: Pick<Finding, 'code' | 'params' | 'text'>, locale: Locale): string {
  if (params.fact !== undefined) return findingText(code, { fact: params.fact, value: params.value })[locale];
  if (code === 'population-within' || code === 'population-outside') return `${words.figure(params, locale)}.`;
  if (code !== 'population-missing') return text[locale];
  const day = words.onReferenceDate(params, locale);
  return locale === 'de' ? `Die Einwohnerzahl${day} ist unbekannt.` : `The population${day} is unknown.`;
}
