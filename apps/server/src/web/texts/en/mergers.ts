import type { mergersDe } from '../de/mergers.js';

export const mergersEn: typeof mergersDe = {
  title: 'If we were one',
  lead: (name) => `What ${name} would qualify for together with others. Only a thought: nothing of it is stored, and nobody is told.`,
  link: 'If we were one: what would fit after a merger',
  with: 'Keys of the others',
  submit: 'Work it out',
  otherKind: 'Only authorities of the same kind can merge, for example municipalities with municipalities.',
  tooMany: (most) => `There can be ${most} at most.`,
  together: (names, people) => `${names} would have ${people} inhabitants together.`,
  togetherUnknown: (names) => `${names}: how many inhabitants they would have together is not known.`,
  changes: 'This would be different',
  noChange: 'For the current calls a merger changes nothing.',
  same: 'This would stay the same',
  columns: { call: 'Call', today: 'Today', merged: 'Together' },
  unknownFacts: 'Facts that only the others see are unknown here, so some outcomes stay unclear.',
};
