import type { Locale } from '@app/kernel/locale.js';

/** The words that join the lines of a readable rule, as they stand within a sentence. */
interface RuleWords {
  readonly way: string;
  readonly any: string;
  readonly all: (count: number) => string;
  readonly none: string;
  readonly not: string;
  readonly joint: string;
  readonly everybody: string;
  readonly nobody: string;
  readonly ofAnySize: string;
  readonly members: string;
  readonly together: string;
  readonly inhabitants: string;
  readonly eachMember: string;
  readonly eachOther: string;
  readonly lead: string;
  readonly whole: string;
  readonly member: string;
  readonly noReferenceDate: string;
  readonly isEnough: (way: string) => string;
}

const WORDS: Readonly<Record<Locale, RuleWords>> = {
  de: {
    way: 'Weg',
    any: 'einer dieser Wege genügt',
    all: (count) => (count === 1 ? 'diese Bedingung' : count === 2 ? 'beides zusammen' : 'alle zusammen'),
    none: 'nicht das Folgende',
    not: 'nicht',
    joint: 'gemeinsam mit anderen',
    everybody: 'ohne Bedingung',
    nobody: 'niemand',
    ofAnySize: ', jede Größe',
    members: 'Mitglieder',
    together: 'zusammen',
    inhabitants: 'Einwohner',
    eachMember: 'Jedes Mitglied',
    eachOther: 'Jedes andere Mitglied',
    lead: 'Federführung',
    whole: 'Die Bewerbung als Ganzes',
    member: 'Mitglied',
    noReferenceDate: 'Der Aufruf nennt keinen Stichtag, es zählt die jüngste Zahl.',
    isEnough: (way) => `Das schadet nicht, ${way} genügt.`,
  },
  en: {
    way: 'Way',
    any: 'one of these ways is enough',
    all: (count) => (count === 1 ? 'this criterion' : count === 2 ? 'both together' : 'all together'),
    none: 'not the following',
    not: 'not',
    joint: 'together with others',
    everybody: 'no condition',
    nobody: 'nobody',
    ofAnySize: ', any size',
    members: 'members',
    together: 'together',
    inhabitants: 'inhabitants',
    eachMember: 'Each member',
    eachOther: 'Each other member',
    lead: 'Lead',
    whole: 'The application as a whole',
    member: 'Member',
    noReferenceDate: 'The call names no reference date, so the newest figure counts.',
    isEnough: (way) => `That does no harm, ${way} is enough.`,
  },
};

export function ruleWords(locale: Locale): RuleWords {
  return WORDS[locale];
}
