export const nearMissesDe = {
  title: 'Knapp vorbei',
  lead: (name: string) => `Aufrufe, von denen ${name} nur eine Zahl trennt, die knappsten zuerst.`,
  none: 'Zurzeit scheitert es an keinem Aufruf nur an einer Zahl.',
  alsoClosed: 'Auch geschlossene Aufrufe zeigen',
  onlyCurrent: 'Nur aktuelle Aufrufe zeigen',
  link: 'Knapp vorbei: was nur an einer Zahl scheitert',
};
