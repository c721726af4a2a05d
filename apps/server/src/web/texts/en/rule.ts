import { hasBound } from '@app/eligibility/range.js';
import { rangeWords } from '@app/eligibility/range-words.js';
import type { ruleDe, whoDe } from '../de/rule.js';

export const ruleEn: typeof ruleDe = {
  oneOf: 'One of these ways is enough',
  both: 'Both together',
  allOf: 'All together',
  not: 'Not:',
  nobody: 'No way yet: nobody fits',
  everyone: 'Without a condition: everyone fits',
  way: (n) => `Way ${n}:`,
  noHarm: (n) => `That does no harm, way ${n} is enough.`,
  joint: ({ members, population }) => {
    const people = population && hasBound(population) ? `, ${rangeWords(population, 'en')} inhabitants together` : '';
    return `Joint application, ${members && hasBound(members) ? rangeWords(members, 'en') : 'at least 2'} members${people}`;
  },
  parts: { eachMember: 'Each member:', lead: 'At least one member, leading:', whole: 'The application as a whole:' },
  liesIn: (places) => `lies in: ${places}`,
  listed: (keys) => `closed list: ${keys}`,
  asOf: (text, day) => `${text} on ${day}`,
  none: 'nobody',
  andMore: (list, more) => `${list} and ${more} more`,
  quoted: (text) => `“${text}”`,
};
/** Who may apply, in one line. */
export const whoEn: typeof whoDe = {
  everyone: 'all authorities',
  jointly: (members) => `jointly: ${members}`,
  listed: (n) => (n === 1 ? 'one authority by name' : `${n} authorities by name`),
  in: (places) => `in ${places}`,
  without: (fact) => `not: ${fact}`,
};
