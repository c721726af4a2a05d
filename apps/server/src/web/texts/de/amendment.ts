export const amendmentDe = {
  link: (stage: string) => `Frist ändern: ${stage}`,
  title: (stage: string) => `Frist ändern: ${stage}`,
  now: 'So gilt sie jetzt',
  wanted: 'So soll sie gelten',
  shortcuts: 'Oder gleich in die Vorschau:',
  noMoves: 'keine Änderung',
  exhausted: 'Mittel sind erschöpft',
  reopen: 'Wieder öffnen',
  takeBack: 'Termin zurücknehmen',
  reason: 'Grund der Änderung',
  reasonHint: 'Steht danach beim Aufruf und in den Mails. Zum Beispiel: Der Fördergeber hat die Frist um zwei Wochen verlängert.',
  look: 'Vorschau',
  amend: 'Frist so ändern',
  back: 'Zurück zum Aufruf',
  preview: 'Was das bewirkt',
  noPreview:
    'Die Vorschau zeigt bisher und jetzt untereinander, wer davon erfährt und wie viele Erinnerungen sich bewegen. Erst danach wird geändert.',
  nothing: 'Die Frist ist noch so wie bisher.',
  means: 'Jede Änderung wird eine Fassung des Aufrufs mit Ihrem Grund. Den ganzen Aufruf ziehen Sie auf seiner Seite zurück.',
  before: 'bisher',
  after: 'jetzt',
  followers: 'Wer folgt',
  followersAre: (people: number, n: string, authorities: string) => {
    if (people === 0) return 'niemand';
    const who = people === 1 ? '1 Person' : `${n} Personen`;
    return `${who} aus ${authorities === '1' ? '1 Kommune' : `${authorities} Kommunen`}`;
  },
  reminders: 'Erinnerungen',
  calendar: 'Kalendereinträge',
  moves: (moved: string, added: string, dropped: string) =>
    `${added} zum neuen Termin, ${dropped} zum bisherigen entfallen${moved === '0' ? '' : `, ${moved} verschoben`}`,
  people: (n: string) => (n === '1' ? 'betrifft 1 Person' : `betrifft ${n} Personen`),
  feeds: (n: string) => `in ${n} abonnierten Kalendern`,
  steps: {
    extended: 'verlängert',
    shortened: 'verkürzt',
    exhausted: 'Mittel erschöpft',
    reopened: 'wieder geöffnet',
    taken_back: 'Termin zurückgenommen',
    announced: 'Termin steht fest',
    changed: 'geändert',
    added: 'hinzugekommen',
    removed: 'weggefallen',
    follows: 'verschiebt sich mit',
  },
};
