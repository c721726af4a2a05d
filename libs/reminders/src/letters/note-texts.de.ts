import { listOf, NBSP } from '@app/kernel/words.js';
import type { NoteTexts } from './note-texts.js';

const list = (names: readonly string[]) => listOf(names, 'de');

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
    subjectOfSeveral: (count) => `${count} Änderungen bei Aufrufen, denen Sie folgen`,
    headingOfSeveral: (count) => `${count} Änderungen`,
    opening: (count, names) =>
      count === 1 ? `für ${list(names)} hat sich etwas geändert:` : `für ${list(names)} hat sich Folgendes geändert:`,
    stage: (name) => `Stufe: ${name}.`,
    before: 'Bisher',
    now: 'Jetzt',
    gone: 'entfällt',
    nothingBefore: 'keine Frist dieser Art',
    reason: 'Begründung',
    reminders: 'Erinnerungen',
    jumped: (leads, unit) =>
      `Für ${list(leads.map(String))}${NBSP}${unit === 'working_days' ? 'Arbeitstage' : 'Tage'} vorher ist es schon zu spät: ${leads.length === 1 ? 'Diese Erinnerung kommt' : 'Diese Erinnerungen kommen'} nicht mehr.`,
    why: (count, names) =>
      `Sie erhalten diese Mail, weil Sie ${count === 1 ? 'diesem Aufruf' : 'diesen Aufrufen'} für ${list(names)} folgen.`,
  },
  outcomes: {
    now: (name) => `${name} darf sich jetzt bewerben`,
    noLonger: (name) => `${name} darf sich nicht mehr bewerben`,
    subject: (gained, title) => `${gained ? 'Passt jetzt' : 'Passt nicht mehr'}: ${title}`,
    subjectOfSeveral: (count) => `${count} Aufrufe passen jetzt oder nicht mehr`,
    heading: (gained) => (gained ? 'Passt jetzt' : 'Passt nicht mehr'),
    headingOfSeveral: (count) => `Bei ${count} Aufrufen ist es jetzt anders`,
    opening: (names) => `durch neue Angaben zu ${list(names)} hat sich geändert, wer sich bewerben darf:`,
    why: 'Sie erhalten diese Mail einmal, weil sich eine Angabe geändert hat, die entscheidet.',
  },
  corrections: {
    subject: (title) => `Berichtigung, passt doch nicht: ${title}`,
    subjectOfSeveral: (count) => `Berichtigung: ${count} Aufrufe passen doch nicht`,
    heading: 'Berichtigung',
    opening: (names) =>
      `wir haben Ihnen geschrieben, dass sich ${list(names)} bewerben darf. Das war falsch, die Regel des Aufrufs ist berichtigt:`,
    lead: (name) => `${name} darf sich nicht bewerben`,
    why: 'Sie erhalten diese Mail, weil wir Ihnen vorher etwas anderes geschrieben haben. Wir bitten um Entschuldigung.',
  },
  matches: {
    subject: (count, search) => `${count === 1 ? 'Ein neuer Aufruf' : `${count} neue Aufrufe`}: ${search}`,
    heading: (count) => (count === 1 ? 'Ein neuer Aufruf' : `${count} neue Aufrufe`),
    opening: (count, search) =>
      `seit dem letzten Brief ${count === 1 ? 'ist dieser Aufruf' : `sind diese ${count} Aufrufe`} dazugekommen (${search}):`,
    more: (count) => (count === 1 ? 'Und noch einer' : `Und ${count} weitere`),
    profile: (name) => `passend für ${name}`,
    why: (search) => `Sie erhalten diese Mail, weil Sie sich neue Treffer schicken lassen: ${search}.`,
  },
  unheard: {
    subject: (days, title) => `Noch ${days} ${days === 1 ? 'Tag' : 'Tage'}, und niemand kümmert sich: ${title}`,
    subjectOfSeveral: (count) => `${count} Fristen enden bald, und niemand kümmert sich`,
    heading: (count) => (count === 1 ? 'Um diesen Aufruf kümmert sich niemand' : `Um ${count} Aufrufe kümmert sich niemand`),
    opening: (count, names) =>
      `${count === 1 ? 'dieser Aufruf passt' : 'diese Aufrufe passen'} für ${list(names)} und ${count === 1 ? 'endet' : 'enden'} bald. Niemand in Ihrem Haus folgt ${count === 1 ? 'ihm' : 'ihnen'}, niemand hat ${count === 1 ? 'ihn' : 'sie'} verworfen:`,
    whatToDo: 'Folgen Sie dem Aufruf, oder verwerfen Sie ihn mit einem Grund.',
    why: (names) =>
      `Sie erhalten diese Mail, weil Sie die Ansprechperson von ${list(names)} sind. Folgen oder verwerfen Sie einen Aufruf, kommt dazu keine Mail dieser Art.`,
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
    opening: (address) =>
      `diese Adresse soll Post von Fördertakt bekommen: ${address}. Bestätigen Sie das bitte auf der folgenden Seite. Wenn Sie nichts davon wissen, tun Sie nichts; dann kommt auch nichts.`,
    action: 'Adresse bestätigen',
    why: 'Sie erhalten diese Mail, weil jemand diese Adresse bei Fördertakt eingetragen hat.',
  },
  feed: {
    subject: (name) => `Kalender ${name} wird nicht mehr versorgt`,
    heading: 'Ein Kalender steht still',
    opening: 'dieser abonnierte Kalender bekommt keine neuen Fristen mehr:',
    reason: 'Warum',
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
