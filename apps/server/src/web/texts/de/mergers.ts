export const mergersDe = {
  title: 'Wenn wir eins wären',
  lead: (name: string) =>
    `Was ${name} zusammen mit anderen dürfte. Das ist nur gedacht: Nichts davon wird gespeichert, und niemand erfährt davon.`,
  link: 'Wenn wir eins wären: was nach einem Zusammenschluss passen würde',
  with: 'Schlüssel der anderen',
  submit: 'Ausrechnen',
  otherKind: 'Zusammenschließen können sich nur Kommunen derselben Art, zum Beispiel Gemeinden mit Gemeinden.',
  tooMany: (most: number) => `Es können höchstens ${most} sein.`,
  together: (names: string, people: string) => `${names} hätten zusammen ${people} Einwohner.`,
  togetherUnknown: (names: string) => `${names}: Wie viele Einwohner es zusammen wären, ist nicht bekannt.`,
  changes: 'Das wäre anders',
  noChange: 'Für die aktuellen Aufrufe ändert der Zusammenschluss nichts.',
  same: 'Das bliebe gleich',
  columns: { call: 'Aufruf', today: 'Heute', merged: 'Zusammen' },
  unknownFacts: 'Angaben, die nur die anderen sehen, sind hier unbekannt; deshalb bleibt manches unklar.',
};
