export const authorityMailDe = {
  title: 'Wenn niemand sich kümmert',
  label: 'Eine Woche vorher Bescheid geben',
  means: (name: string) =>
    `Ein passender Aufruf schließt bald, und niemand hat ihn gemerkt oder aussortiert: Dann kommt einmal eine Mail an alle, die Fördertakt für ${name} verwalten, und wo es die nicht gibt, an alle, die dort arbeiten. Die Wahl gilt für alle in ${name}.`,
  save: 'Speichern',
};

export const letterDatesDe = {
  label: 'Termine als Datei an die Erinnerungen hängen',
  save: 'Speichern',
};
