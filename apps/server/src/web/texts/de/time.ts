import { NBSP } from '@app/kernel/words.js';

/** What pages say about closing dates beside the words of libs/deadlines. */
export const timeDe = {
  today: 'heute',
  opensOn: (day: string) => `öffnet am ${day}`,
  closed: 'geschlossen',
  closedOn: (day: string) => `geschlossen am ${day}`,
  noDeadlineKnown: 'keine Frist bekannt',
  noFixedDeadline: 'keine feste Frist',
  whileFundsLast: 'solange Mittel da sind',
  exhausted: 'Mittel erschöpft',
  everyYear: 'jedes Jahr',
  unannounced: 'Frist noch offen',
  by: (day: string) => `bis ${day}`,
  wholeDay: 'der ganze Tag zählt',
  appliesTo: (who: string) => `Gilt nur für: ${who}.`,
  channel: (text: string) => `Einreichen: ${text}.`,
  moment: (day: string, time: string) => `${day}, ${time}${NBSP}Uhr`,
  line: {
    known: 'bekannt',
    opens: 'öffnet',
    today: 'heute',
    closes: 'Frist',
    title: (parts: string) => `Zeitstrahl: ${parts}`,
    knownOn: (day: string) => `bekannt gegeben am ${day}`,
    opensOn: (day: string) => `öffnet am ${day}`,
    todayIs: (day: string) => `heute ${day}`,
    closesOn: (day: string) => `Frist ${day}`,
    reminders: (list: string) => `Kurze Striche: Ihre Erinnerungen am ${list}.`,
  },
};
