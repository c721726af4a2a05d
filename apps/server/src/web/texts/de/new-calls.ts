export const newCallsDe = {
  title: 'Neue Aufrufe per Mail',
  label: (name: string) => `Neue passende Aufrufe für ${name}`,
  digests: { off: 'nicht schicken', daily: 'täglich', weekly: 'wöchentlich, montags' },
  means: 'Um 7 Uhr, und nur wenn es neue gibt. Auch jede gespeicherte Suche kann ihre neuen Treffer schicken.',
  save: 'Speichern',
};

/** Behind the link in each letter of new matches. */
export const stopDigestDe = {
  title: 'Neue Treffer abbestellen',
  search: (name: string) => `der Suche „${name}“`,
  profile: (name: string) => `für ${name}`,
  ask: (what: string, email: string) => `Sollen keine neuen Treffer ${what} mehr an ${email} gehen?`,
  others: 'Erinnerungen und alles andere kommen weiter wie bisher.',
  stop: 'Keine neuen Treffer mehr schicken',
  stopped: 'Die neuen Treffer sind abbestellt',
  stoppedMeans: (what: string, email: string) => `An ${email} gehen keine neuen Treffer ${what} mehr.`,
  resume: 'Doch wieder schicken',
  resumed: 'Die neuen Treffer kommen wieder',
  resumedMeans: (what: string, email: string) => `An ${email} gehen wieder neue Treffer ${what}.`,
};
