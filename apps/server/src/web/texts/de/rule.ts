import type { JointDemand } from '@app/eligibility/criterion.js';
import { hasBound } from '@app/eligibility/range.js';
import { rangeWords } from '@app/eligibility/range-words.js';

/** Joint sentences of the rule tree. */
export const ruleDe = {
  oneOf: 'Einer dieser Wege genügt',
  both: 'Beides zusammen',
  allOf: 'Alles zusammen',
  not: 'Nicht:',
  nobody: 'Noch kein Weg: niemand passt',
  everyone: 'Ohne Bedingung: alle passen',
  way: (n: number) => `Weg ${n}:`,
  noHarm: (n: number) => `Das schadet nicht, Weg ${n} genügt.`,
  joint: ({ members, population }: JointDemand) => {
    const people = population && hasBound(population) ? `, zusammen ${rangeWords(population, 'de')} Einwohner` : '';
    return `Gemeinsamer Antrag, ${members && hasBound(members) ? rangeWords(members, 'de') : 'mindestens 2'} Mitglieder${people}`;
  },
  parts: { eachMember: 'Jedes Mitglied:', lead: 'Mindestens ein Mitglied, federführend:', whole: 'Der Antrag als Ganzes:' },
  liesIn: (places: string) => `liegt in: ${places}`,
  listed: (keys: string) => `geschlossene Liste: ${keys}`,
  asOf: (text: string, day: string) => `${text} am ${day}`,
  none: 'niemand',
  andMore: (list: string, more: number) => `${list} und ${more} weitere`,
  quoted: (text: string) => `„${text}“`,
};
/** Who may apply, in one line. */
export const whoDe = {
  everyone: 'alle Kommunen',
  jointly: (members: string) => `gemeinsam: ${members}`,
  listed: (n: number) => (n === 1 ? 'nur eine namentlich genannte Kommune' : `nur ${n} namentlich genannte Kommunen`),
  in: (places: string) => `in ${places}`,
  without: (fact: string) => `nicht: ${fact}`,
};
