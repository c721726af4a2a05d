import type { Fault } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { type Catalogue, textOf } from '@app/kernel/reason.js';

/** Every fault that reading a rule or an applicant can find, and every way a rule contradicts itself. */
export type FaultCode = keyof typeof DE;

const DE = {
  'not-an-object': 'Hier muss ein Objekt stehen.',
  'not-a-list': 'Hier muss eine Liste stehen.',
  'not-a-text': 'Hier muss ein Text stehen.',
  'empty-text': 'Hier fehlt ein Text.',
  'too-long': ({ most }) => `Hier stehen mehr als ${most} Zeichen.`,
  'not-a-number': 'Hier muss eine Zahl stehen.',
  'negative-number': 'Diese Zahl darf nicht negativ sein.',
  'not-whole': 'Diese Zahl muss ganz sein.',
  'not-a-day': 'Hier muss ein Kalendertag stehen, zum Beispiel 2022-12-31.',
  'not-a-fact': 'Der Wert eines Merkmals ist ja oder nein, eine Zahl oder ein Text.',
  'not-a-link': 'Hier muss eine Adresse stehen, die mit https:// oder http:// beginnt.',
  'unknown-property': 'Diese Angabe gibt es hier nicht.',
  'no-operator': 'Diese Bedingung sagt nicht, was sie verlangt.',
  'several-operators': 'Eine Bedingung verlangt genau eines; fassen Sie mehrere mit allOf oder anyOf zusammen.',
  'no-bound': 'Es fehlt eine Grenze.',
  'is-or-range': 'Ein Merkmal braucht entweder einen Wert oder Grenzen, nicht beides.',
  'no-name': 'Nach named: fehlt der Name des Gebiets.',
  'no-members': 'Eine gemeinsame Bewerbung braucht Mitglieder.',
  'too-deep': ({ most }) => `Die Regel ist tiefer als ${most} Ebenen verschachtelt.`,
  'too-many-nodes': ({ most }) => `Die Regel hat mehr als ${most} Bedingungen.`,
  'too-many-entries': ({ most }) => `Die Listen der Regel haben zusammen mehr als ${most} Einträge.`,
  'nested-joint-application': 'Eine gemeinsame Bewerbung kann keine andere enthalten.',
  'only-facts': 'Für die Bewerbung als Ganzes zählen nur ihre Merkmale.',
  'no-way': 'Es gibt keinen Weg, also kann niemand die Regel erfüllen.',
  'empty-list': 'Die Liste ist leer, also steht niemand darauf.',
  'empty-range': 'Zwischen diesen Grenzen liegt keine Zahl.',
  contradiction: 'Diese Bedingungen widersprechen sich, niemand kann sie zusammen erfüllen.',
  'never-met': 'Diese Bedingung kann niemand erfüllen.',
} satisfies Record<string, Catalogue<string>['de'][string]>;

const EN: Record<keyof typeof DE, Catalogue<string>['en'][string]> = {
  'not-an-object': 'There must be an object here.',
  'not-a-list': 'There must be a list here.',
  'not-a-text': 'There must be a text here.',
  'empty-text': 'A text is missing here.',
  'too-long': ({ most }) => `There are more than ${most} characters here.`,
  'not-a-number': 'There must be a number here.',
  'negative-number': 'This number must not be negative.',
  'not-whole': 'This number must be whole.',
  'not-a-day': 'There must be a day here, for example 2022-12-31.',
  'not-a-fact': 'The value of a fact is yes or no, a number or a text.',
  'not-a-link': 'There must be an address here that begins with https:// or http://.',
  'unknown-property': 'There is no such property here.',
  'no-operator': 'This criterion does not say what it demands.',
  'several-operators': 'A criterion demands exactly one thing; join several by allOf or anyOf.',
  'no-bound': 'A bound is missing.',
  'is-or-range': 'A fact needs either a value or bounds, not both.',
  'no-name': 'The name of the territory is missing after named:.',
  'no-members': 'A joint application needs members.',
  'too-deep': ({ most }) => `The rule is nested deeper than ${most} levels.`,
  'too-many-nodes': ({ most }) => `The rule has more than ${most} criteria.`,
  'too-many-entries': ({ most }) => `The lists of the rule have more than ${most} entries together.`,
  'nested-joint-application': 'A joint application cannot hold another one.',
  'only-facts': 'For the application as a whole only its facts count.',
  'no-way': 'There is no way in, so nobody can meet the rule.',
  'empty-list': 'The list is empty, so nobody is on it.',
  'empty-range': 'There is no number between these bounds.',
  contradiction: 'These criteria contradict each other, nobody can meet them together.',
  'never-met': 'Nobody can meet this criterion.',
};

export const FAULT_TEXTS = { de: DE, en: EN } as const;

/** The text of a fault of this library; undefined for the code of another one. */
export function faultText({ code, params = {} }: Fault, locale: Locale): string | undefined {
  if (!Object.hasOwn(DE, code)) return undefined;
  return textOf<FaultCode>(FAULT_TEXTS, { code: code as FaultCode, params }, locale);
}
