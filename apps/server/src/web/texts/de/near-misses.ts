export const nearMissesDe = {
  title: 'Knapp vorbei',
  lead: (name: string) => `Aufrufe, von denen ${name} nur eine Zahl trennt, die knappsten zuerst.`,
  none: 'Zurzeit scheitert es bei keinem Aufruf knapp an einer Zahl.',
  near: 'Bis zu 10 % daneben',
  farther: 'Weiter weg',
  alsoClosed: 'Auch geschlossene Aufrufe zeigen',
  onlyCurrent: 'Nur aktuelle Aufrufe zeigen',
  link: 'Knapp vorbei: was nur an einer Zahl scheitert',
};
