import type { newCallsDe, stopDigestDe } from '../de/new-calls.js';

export const newCallsEn: typeof newCallsDe = {
  title: 'New calls by mail',
  label: (name) => `New fitting calls for ${name}`,
  digests: { off: 'do not send', daily: 'daily', weekly: 'weekly, on Mondays' },
  means: 'At 7 o’clock, and only if there are any. Each saved search can send its new matches too.',
  save: 'Save',
};

export const stopDigestEn: typeof stopDigestDe = {
  title: 'Stop new matches',
  search: (name) => `of the search “${name}”`,
  profile: (name) => `for ${name}`,
  ask: (what, email) => `Shall no more new matches ${what} go to ${email}?`,
  others: 'Reminders and everything else go on as before.',
  stop: 'Send no more new matches',
  stopped: 'The new matches are stopped',
  stoppedMeans: (what, email) => `No more new matches ${what} go to ${email}.`,
  resume: 'Send them again after all',
  resumed: 'The new matches come again',
  resumedMeans: (what, email) => `New matches ${what} go to ${email} again.`,
};
