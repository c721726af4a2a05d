import { formatNumber } from '@app/kernel/locale.js';
import { listOf, NBSP } from '@app/kernel/words.js';
import type { NoteTexts } from './note-texts.js';

const list = (names: readonly string[]) => listOf(names, 'de');
const OFTEN = { daily: 'täglich', weekly: 'wöchentlich' };
const newCalls = (count: number) => (count === 1 ? 'Ein neuer Aufruf' : `${formatNumber(count, 'de')} neue Aufrufe`);
const letterOf = (part: number, parts: number) => `Brief ${part} von ${parts}`;
const may = (names: readonly string[]) => (names.length === 1 ? 'darf' : 'dürfen');

function daysBefore(leads: readonly number[], unit: string): string {
  const day = unit === 'working_days' ? 'Arbeitstag' : 'Tag';
  return leads.length === 1 && leads[0] === 1 ? day : `${day}e`;
}

export const noteTextsDe: NoteTexts = {
  greeting: (name) => `Guten Tag, ${name},`,
  from: (names) => (names.length > 0 ? `Fördertakt für ${list(names)}` : 'Fördertakt'),
  changeTimes: 'Zeiten ändern',
  stop: 'Abbestellen',
  callTextCounts: 'Es gilt der Text des Fördergebers.',
  seeCall: 'Aufruf ansehen',
  untilWhen: 'Bis wann',
  forWhom: (name) => `Für ${name}`,
  howMuch: 'Wie viel',
  fits: 'passt:',
  fitsNot: 'passt nicht:',
  unknownNow: 'unklar:',
  changes: {
    steps: {
      extended: 'Frist verlängert',
      shortened: 'Frist verkürzt',
      exhausted: 'Mittel erschöpft',
      reopened: 'Wieder offen',
      taken_back: 'Frist zurückgenommen',
      announced: 'Frist bekannt',
      changed: 'Frist geändert',
      added: 'Neue Frist',
      removed: 'Frist entfallen',
      follows: 'Frist verschoben',
      withdrawn: 'Aufruf zurückgezogen',
    },
    subjectOfOne: (step, title, until) => `${noteTextsDe.changes.steps[step]}: ${title}${until ? ` (jetzt bis ${until})` : ''}`,
    subjectOfSeveral: (count) => `${count} Änderungen bei Aufrufen auf Ihrer Merkliste`,
    headingOfSeveral: (count) => `${count} Änderungen`,
    opening: (count, names) =>
      `bei ${count === 1 ? 'einem Aufruf' : 'Aufrufen'} auf Ihrer Merkliste für ${list(names)} hat sich etwas geändert:`,
    stage: (name) => `Stufe: ${name}.`,
    before: 'Bisher',
    now: 'Jetzt',
    gone: 'entfällt',
    nothingBefore: 'keine Frist dieser Art',
    reason: 'Begründung',
    reminders: 'Erinnerungen',
    jumped: (leads, unit) =>
      `Dafür ist es zu spät: ${leads.length === 1 ? 'Die Erinnerung' : 'Die Erinnerungen'} ${list(leads.map(String))}${NBSP}${daysBefore(leads, unit)} vorher ${leads.length === 1 ? 'kommt' : 'kommen'} nicht mehr.`,
    why: (count, names) =>
      `Sie erhalten diese Mail, weil ${count === 1 ? 'dieser Aufruf' : 'diese Aufrufe'} für ${list(names)} auf Ihrer Merkliste ${count === 1 ? 'steht' : 'stehen'}.`,
  },
  outcomes: {
    now: (name) => `${name} darf sich jetzt bewerben`,
    noLonger: (name) => `${name} darf sich nicht mehr bewerben`,
    subject: (gained, title) => `${gained ? 'Passt jetzt' : 'Passt nicht mehr'}: ${title}`,
    subjectOfSeveral: (count) => `${count} Aufrufe passen jetzt oder nicht mehr`,
    heading: (gained) => (gained ? 'Passt jetzt' : 'Passt nicht mehr'),
    headingOfSeveral: (count) => `Bei ${count} Aufrufen ist es jetzt anders`,
    opening: (count, names) =>
      `bei ${count === 1 ? 'diesem Aufruf' : `diesen ${count} Aufrufen`} hat sich geändert, ob sich ${list(names)} bewerben ${may(names)}:`,
    why: 'Sie erhalten diese Mail einmal, weil sich eine Angabe zu Ihrer Kommune oder die Regel des Aufrufs geändert hat.',
  },
  corrections: {
    subject: (title) => `Berichtigung, passt doch nicht: ${title}`,
    subjectOfSeveral: (count) => `Berichtigung: ${count} Aufrufe passen doch nicht`,
    heading: 'Berichtigung',
    opening: (names) =>
      `wir haben Ihnen geschrieben, dass sich ${list(names)} bewerben ${may(names)}. Das war falsch, die Regel des Aufrufs ist berichtigt:`,
    lead: (name) => `${name} darf sich nicht bewerben`,
    why: 'Sie erhalten diese Mail, weil wir Ihnen vorher etwas anderes geschrieben haben. Wir bitten um Entschuldigung.',
  },
  matches: {
    subject: ({ count, part, parts, name, isProfile }) =>
      `${newCalls(count)}${isProfile ? ` für ${name}` : ''}${parts > 1 ? ` (${letterOf(part, parts)})` : ''}${isProfile ? '' : `: ${name}`}`,
    heading: newCalls,
    opening: ({ count, part, parts, profile, search }) => {
      const end = parts > 1 ? `. Dies ist ${letterOf(part, parts)}:` : ':';
      const found = count === 1 ? 'ein neuer Aufruf' : `${formatNumber(count, 'de')} neue Aufrufe`;
      if (profile !== undefined)
        return count === 1
          ? `seit der letzten Mail ist ein neuer Aufruf dazugekommen, der für ${profile} passt${end}`
          : `seit der letzten Mail sind ${found} dazugekommen, die für ${profile} passen${end}`;
      return `Ihre Suche „${search}“ hat seit der letzten Mail ${count === 1 ? 'einen neuen Aufruf' : found} gefunden${end}`;
    },
    until: (day) => `bis ${day}`,
    more: (count) => (count === 1 ? 'Außerdem' : `Außerdem ${formatNumber(count, 'de')} weitere`),
    why: {
      search: (frequency) => `Sie erhalten diese Mail, weil Sie sich neue Treffer dieser Suche ${OFTEN[frequency]} schicken lassen.`,
      profile: (frequency) => `Sie erhalten diese Mail, weil Sie sich neue passende Aufrufe ${OFTEN[frequency]} schicken lassen.`,
    },
    changeSearch: 'Suche ändern',
    stop: 'Neue Treffer abbestellen',
  },
  unheard: {
    subject: (left, title) => `${left.charAt(0).toUpperCase()}${left.slice(1)}, auf keiner Merkliste: ${title}`,
    subjectOfSeveral: (count) => `${count} Aufrufe enden bald und stehen auf keiner Merkliste`,
    heading: (count) => (count === 1 ? 'Dieser Aufruf steht auf keiner Merkliste' : `${count} Aufrufe stehen auf keiner Merkliste`),
    opening: (count, names) =>
      count === 1
        ? `bei diesem Aufruf ${may(names)} sich ${list(names)} bewerben, und er endet bald. Niemand in Ihrer Verwaltung hat ihn auf der Merkliste oder aussortiert:`
        : `bei diesen ${count} Aufrufen ${may(names)} sich ${list(names)} bewerben, und sie enden bald. Niemand in Ihrer Verwaltung hat sie auf der Merkliste oder aussortiert:`,
    whatToDo: (count) =>
      count === 1
        ? 'Setzen Sie den Aufruf auf die Merkliste, oder wählen Sie „Nichts für uns“.'
        : 'Setzen Sie die Aufrufe auf die Merkliste, oder wählen Sie „Nichts für uns“.',
    why: {
      admin: (names) => `Sie erhalten diese Mail, weil Sie Fördertakt für ${list(names)} verwalten.`,
      staff: (names) => `Sie erhalten diese Mail, weil Sie in Fördertakt für ${list(names)} arbeiten.`,
    },
    once: 'Zu jeder Frist kommt sie nur einmal.',
  },
  test: {
    subject: 'Testbrief von Fördertakt',
    heading: 'Der Testbrief ist da',
    opening: 'dies ist der Brief, den Sie sich zum Testen geschickt haben. Er ist angekommen, also kommen auch Erinnerungen bei Ihnen an.',
    why: 'Sie erhalten diese Mail, weil Sie auf „Testbrief schicken“ geklickt haben.',
  },
  verify: {
    subject: 'Bitte bestätigen Sie Ihre Adresse',
    heading: 'Adresse bestätigen',
    opening:
      'an diese Adresse sollen künftig Mails von Fördertakt gehen. Bitte bestätigen Sie das auf der folgenden Seite. Wenn Sie nichts davon wissen, tun Sie nichts, dann kommt auch nichts.',
    action: 'Adresse bestätigen',
    why: 'Sie erhalten diese Mail, weil jemand diese Adresse bei Fördertakt eingetragen hat.',
  },
  feed: {
    subject: (name) => `Kalender „${name}“ bekommt nichts Neues mehr`,
    heading: 'Ein Kalender steht still',
    opening: 'dieser abonnierte Kalender bekommt keine neuen Fristen mehr:',
    reason: 'Warum',
    silent: (program, day) =>
      `${program || 'Ein Kalenderprogramm'} hat ihn jeden Tag abgerufen, zuletzt am ${day}, und seitdem nicht mehr. Vielleicht ist er dort entfernt, oder die Adresse ist nicht mehr zu erreichen.`,
    reasons: {
      revoked: 'Die Adresse des Kalenders ist widerrufen.',
      renewed: 'Die Adresse des Kalenders ist erneuert; im Kalenderprogramm steht noch die alte.',
      unused: 'Kein Kalenderprogramm hat ihn seit Langem abgerufen.',
      left: 'Sie gehören nicht mehr zu der Kommune, für die er galt.',
    },
    action: 'Kalender neu abonnieren',
    why: 'Sie erhalten diese Mail, weil Sie diesen Kalender angelegt haben.',
  },
};
