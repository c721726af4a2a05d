export const programsDe = {
  rounds: 'Runden',
  none: 'Noch ist keine Runde veröffentlicht.',
  about: 'Steckbrief',
  level: 'Förderebene',
  topics: 'Themen',
  guideline: 'Förderrichtlinie',
  nextRound: 'Nächste Runde',
  guess:
    'Eine Erwartung aus vergangenen Runden, keine Ankündigung: daran wird nicht erinnert. Im Kalender steht sie als vorläufig, bis die Runde veröffentlicht ist.',
};
