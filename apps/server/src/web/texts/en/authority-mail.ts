import type { authorityMailDe, letterDatesDe } from '../de/authority-mail.js';

export const authorityMailEn: typeof authorityMailDe = {
  title: 'When nobody has taken it up',
  label: 'Say so a week before',
  means: (name) =>
    `A fitting call closes soon, and nobody watches it or has dismissed it: one mail then goes to those who administer Fördertakt for ${name}, and where there are none, to everybody who works there. The choice holds for everybody at ${name}.`,
  save: 'Save',
};

export const letterDatesEn: typeof letterDatesDe = {
  label: 'Attach the dates to reminders as a file',
  save: 'Save',
};
