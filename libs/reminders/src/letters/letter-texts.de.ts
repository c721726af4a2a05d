import { listOf, longDay, NBSP } from '@app/kernel/words.js';
import type { LetterTexts } from './letter-texts.js';

const NUMBERS = ['', 'eine', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'];
const number = (count: number) => NUMBERS[count] || String(count);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => listOf(names, 'de');

export const letterTextsDe: LetterTexts = {
  subjectOfOne: (days, title, day) => `${capital(letterTextsDe.daysLeft(days))}: ${title} (bis ${longDay(day, 'de')})`,
  subjectOfSeveral: (count, names, day) => `${count} Fristen für ${list(names)}, die nächste am ${longDay(day, 'de')}`,
  daysLeft: (days) => (days <= 0 ? 'heute letzter Tag' : `noch ${days}${NBSP}${days === 1 ? 'Tag' : 'Tage'}`),
  headingOfSeveral: (count) => `${count} Fristen`,
  greeting: (name) => `Guten Tag, ${name},`,
  opening: (count, names) => (count === 1 ? `für ${list(names)} läuft diese Frist:` : `für ${list(names)} laufen diese ${count} Fristen:`),
  preview: (names, what, closing) => `${list(names)} ${names.length === 1 ? 'darf' : 'dürfen'} sich bewerben: ${what}, bis ${closing}.`,
  late: (day) => `Diese Erinnerung kommt verspätet, sie war am ${longDay(day, 'de')} fällig.`,
  untilWhen: 'Bis wann',
  forWhom: (name) => `Für ${name}`,
  howMuch: 'Wie viel',
  whoFunds: 'Wer fördert',
  outcomes: { eligible: 'passt', eligible_jointly: 'passt gemeinsam', undetermined: 'unklar', ineligible: 'passt nicht' },
  stage: (name) => `Stufe: ${name}.`,
  wholeDay: (city) => `Der ganze Tag zählt (${city}).`,
  onlyFor: (who) => `Gilt nur für: ${who}.`,
  whileFundsLast: 'Schluss ist früher, wenn die Mittel erschöpft sind.',
  source: (day, source) => `Stand ${String(day.day).padStart(2, '0')}.${String(day.month).padStart(2, '0')}.${day.year}, ${source}`,
  seeCall: 'Aufruf ansehen',
  next: ({ day, isOfAnotherCall }) =>
    `Die nächste Erinnerung${isOfAnotherCall ? ', zu einem anderen Aufruf,' : ''} kommt am ${longDay(day, 'de')}.`,
  from: (names) => `Fördertakt für ${list(names)}`,
  why: (count, names) =>
    `Sie erhalten diese Mail, weil ${count === 1 ? 'der Aufruf' : 'die Aufrufe'} für ${list(names)} ${count === 1 ? 'passt' : 'passen'}.`,
  whyFollowed: (count, names) =>
    count === 1
      ? `Sie erhalten diese Mail, weil der Aufruf für ${list(names)} auf Ihrer Merkliste steht.`
      : `Sie erhalten diese Mail, weil die Aufrufe für ${list(names)} passen oder auf Ihrer Merkliste stehen.`,
  inSteadOf: (name, opening) => `in Vertretung von ${name}: ${opening}`,
  whyInStead: (name, until) => `Sie erhalten diese Mail, weil Sie ${name} vertreten, abwesend bis ${longDay(until, 'de')}.`,
  changeTimes: 'Zeiten ändern',
  stop: 'Abbestellen',
  callTextCounts: 'Es gilt der Text des Fördergebers.',
  award: {
    grants: (count) => `${number(count)}${NBSP}${count === 1 ? 'Förderung' : 'Förderungen'}`,
    slots: (slots) => `davon ${list(slots.map(({ count, kind }) => `${number(count)} für ${kind}`))}`,
    ownShare: (rate) => `Eigenanteil ${rate}`,
    total: (amount) => `insgesamt ${amount}`,
    threshold: (amount) => `Bagatellgrenze ${amount}`,
    instalments: (count, amount) => `${capital(number(count))}${NBSP}Raten zu ${amount}.`,
    unequalInstalments: (amounts) => `Raten: ${list(amounts)}.`,
    notStated: 'Betrag nicht angegeben',
  },
  partners: {
    funder: '',
    program_agency: 'Projektträger: ',
    granting_authority: 'Bewilligungsstelle: ',
    implementing_body: 'Durchführung: ',
    partner: 'Partner: ',
  },
  funderNotStated: 'nicht angegeben',
};
