import { listOf, longDay, NBSP } from '@app/kernel/words.js';
import type { LetterTexts } from './letter-texts.js';

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const number = (count: number) => NUMBERS[count] || String(count);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => listOf(names, 'en');

export const letterTextsEn: LetterTexts = {
  subjectOfOne: (days, title, day) => `${capital(letterTextsEn.daysLeft(days))}: ${title} (until ${longDay(day, 'en')})`,
  subjectOfSeveral: (count, names, day) => `${count} deadlines for ${list(names)}, the next on ${longDay(day, 'en')}`,
  daysLeft: (days) => (days <= 0 ? 'last day today' : `${days}${NBSP}${days === 1 ? 'day' : 'days'} left`),
  headingOfSeveral: (count) => `${count} deadlines`,
  greeting: (name) => `Hello ${name},`,
  opening: (count, names) =>
    count === 1 ? `this deadline is running for ${list(names)}:` : `these ${count} deadlines are running for ${list(names)}:`,
  preview: (names, what, closing) => `${list(names)} may apply: ${what}, until ${closing}.`,
  late: (day) => `This reminder is late, it was due on ${longDay(day, 'en')}.`,
  untilWhen: 'Until when',
  forWhom: (name) => `For ${name}`,
  howMuch: 'How much',
  whoFunds: 'Who funds',
  outcomes: { eligible: 'fits', eligible_jointly: 'fits jointly', undetermined: 'unclear', ineligible: 'does not fit' },
  stage: (name) => `Stage: ${name}.`,
  wholeDay: (city) => `The whole day counts (${city}).`,
  onlyFor: (who) => `Only for: ${who}.`,
  whileFundsLast: 'It ends earlier if the funds are exhausted.',
  source: (day, source) => `As of ${longDay(day, 'en')}, ${source}`,
  seeCall: 'See the call',
  next: ({ day, isOfAnotherCall }) => `The next reminder${isOfAnotherCall ? ', about another call,' : ''} comes on ${longDay(day, 'en')}.`,
  from: (names) => `Fördertakt for ${list(names)}`,
  why: (count, names) => `You receive this mail because ${list(names)} may apply for ${count === 1 ? 'this call' : 'these calls'}.`,
  whyFollowed: (count, names) =>
    count === 1
      ? `You receive this mail because the call is on your watch list for ${list(names)}.`
      : `You receive this mail because the calls fit ${list(names)} or are on your watch list.`,
  inSteadOf: (name, opening) => `standing in for ${name}: ${opening}`,
  whyInStead: (name, until) => `You receive this mail because you stand in for ${name}, away until ${longDay(until, 'en')}.`,
  changeTimes: 'Change reminder times',
  stop: 'Unsubscribe',
  callTextCounts: 'What counts is the funder’s own text.',
  award: {
    grants: (count) => `${number(count)}${NBSP}${count === 1 ? 'grant' : 'grants'}`,
    slots: (slots) => `of which ${list(slots.map(({ count, kind }) => `${number(count)} for ${kind}`))}`,
    ownShare: (rate) => `own share ${rate}`,
    total: (amount) => `${amount} in total`,
    threshold: (amount) => `smallest grant ${amount}`,
    instalments: (count, amount) => `${capital(number(count))}${NBSP}instalments of ${amount}.`,
    unequalInstalments: (amounts) => `Instalments: ${list(amounts)}.`,
    notStated: 'amount not stated',
  },
  partners: {
    funder: '',
    program_agency: 'programme management agency: ',
    granting_authority: 'granting authority: ',
    implementing_body: 'implementing body: ',
    partner: 'partners: ',
  },
  funderNotStated: 'not stated',
};
