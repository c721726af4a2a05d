import { listOf } from '@app/kernel/words.js';

function inDays(leads: readonly number[], unit: 'days' | 'working_days'): string {
  const last = leads.at(-1);
  const name = { days: ['Tag', 'Tage'], working_days: ['Arbeitstag', 'Arbeitstage'] }[unit][last === 1 ? 0 : 1];
  return `${listOf(leads.map(String), 'de')} ${name}`;
}

export const remindersDe = {
  title: 'Erinnerungen per Mail',
  lead: (name: string) => `Vor jeder Frist eines Aufrufs, der für ${name} passt oder auf Ihrer Merkliste steht, bekommen Sie eine Mail.`,
  address: 'Die Mails gehen an',
  unverified: 'Diese Adresse ist noch nicht bestätigt. Bitte öffnen Sie die Mail, die wir dorthin geschickt haben.',
  saved: 'Gespeichert.',
  on: 'Erinnerungen per Mail bekommen',
  leads: 'Wie lange vor der Frist?',
  before: (n: number) => (n === 1 ? '1 Tag' : `${n} Tage`),
  others: 'Weitere Tage vorher',
  othersHint: 'Zahlen von 0 bis 90, durch Komma getrennt. 0 ist der letzte Tag.',
  unit: 'Gezählt werden',
  units: { days: 'Kalendertage', working_days: 'Arbeitstage' },
  frequency: 'Wie oft höchstens?',
  frequencies: { immediate: 'sofort, je Frist eine Mail', daily: 'eine Mail am Tag', weekly: 'eine Mail in der Woche' },
  hour: 'Die Mails kommen um 7 Uhr.',
  which: 'Zu welchen Aufrufen?',
  whichHint: 'Was Sie als „Nichts für uns“ aussortiert haben, bleibt immer still.',
  abouts: { eligible: 'zu allen, die passen, und zur Merkliste', followed: 'nur zur Merkliste' },
  save: 'Speichern',
  here: {
    title: (name: string) => `Andere Tage für ${name}`,
    now: (leads: readonly number[], unit: 'days' | 'working_days', from: string) =>
      leads.length === 0 ? `Hier kommt keine Erinnerung (${from}).` : `Erinnert wird ${inDays(leads, unit)} vorher (${from}).`,
    from: {
      call: 'eigene Wahl für diesen Aufruf',
      authority: 'eigene Wahl für diese Kommune',
      person: 'Ihre Einstellung',
      default: 'Voreinstellung',
    },
    otherwise: { authority: 'Hier andere Tage wählen', call: 'Für diesen Aufruf andere Tage wählen' },
    days: 'Wie viele Tage vorher?',
    daysHint: 'Zahlen von 0 bis 90, durch Komma getrennt. 0 ist der letzte Tag, leer heißt: keine Erinnerung.',
    save: 'Tage übernehmen',
    inherit: 'Wieder wie sonst',
    steps: {
      saved: 'Gespeichert.',
      wrong: 'Nicht gespeichert: Es müssen Zahlen von 0 bis 90 sein, höchstens 20 verschiedene.',
      changed: 'Das wurde inzwischen woanders geändert. So steht es jetzt:',
    },
  },
  upcoming: 'Die nächsten Erinnerungen',
  when: 'Mail am',
  about: 'Aufruf',
  closes: 'Frist',
  noneUpcoming: 'Zurzeit ist keine Erinnerung geplant.',
  off: 'Erinnerungen sind ausgeschaltet.',
  noneBecauseOff: 'Schalten Sie sie ein, dann steht hier, wann die nächste Mail kommt.',
  test: {
    send: 'Testbrief schicken',
    waiting: 'Der Testbrief ist unterwegs. Der Mailserver hat noch nicht geantwortet.',
    refusedForNow: (response: string) => `Der Mailserver hat den Testbrief noch nicht angenommen: „${response}“. Wir versuchen es weiter.`,
    lookAgain: 'Noch einmal nachsehen',
    sent: (when: string, response: string) =>
      `Der Mailserver hat den Testbrief angenommen (${when}): „${response}“. Sehen Sie in Ihr Postfach.`,
    failed: (when: string, response: string) => `Der Mailserver hat den Testbrief endgültig abgelehnt (${when}): „${response}“.`,
    later: 'Das waren viele Testbriefe. In einer Stunde geht es wieder.',
  },
  toCalendar: 'Fristen im Kalender',
  toCalendarWhy: 'Im Kalender stehen alle Fristen auf einen Blick.',
  faults: {
    'lead-not-a-number': (text: string) => `„${text}“ ist keine Zahl von 0 bis 90.`,
    'lead-missing': () => 'Wählen Sie mindestens einen Tag, oder schalten Sie die Mails aus.',
    'too-many-leads': () => 'Es sind höchstens 20 verschiedene Tage möglich.',
  } as Record<string, (text: string) => string>,
};
export const stopDe = {
  title: 'Erinnerungen abbestellen',
  ask: (email: string) => `Sollen keine Erinnerungen mehr an ${email} gehen?`,
  askMeans: 'Ihr Konto und Ihr Kalender bleiben, wie sie sind.',
  stop: 'Keine Erinnerungen mehr schicken',
  stopped: 'Die Erinnerungen sind abbestellt',
  stoppedMeans: (email: string) => `An ${email} gehen keine Erinnerungen mehr.`,
  resume: 'Doch wieder Erinnerungen schicken',
  resumed: 'Die Erinnerungen kommen wieder',
  resumedMeans: (email: string) => `An ${email} gehen wieder Erinnerungen, wie Sie es eingestellt haben.`,
  gone: 'Diese Adresse gilt nicht mehr',
  goneMeans: 'Melden Sie sich an, um Ihre Erinnerungen einzustellen.',
  settings: 'Erinnerungen einstellen',
};
