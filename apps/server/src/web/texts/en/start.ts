import type { errorsDe, signInDe, startDe } from '../de/start.js';

export const startEn: typeof startDe = {
  title: 'What is coming up',
  lead: (name, day, calls) => `${name}, ${day}. Open or announced: ${calls}.`,
  tally: (name) => `Calls by outcome for ${name}`,
  closesNext: 'Closes next',
  all: 'All calls',
  noneCloses: 'No call that may be for you has a deadline ahead.',
  browse: 'See all calls',
  unclear: 'What would clear up unclear calls',
  nothingUnclear: 'No call lacks a fact from you.',
  addFact: 'Add this fact',
  published: 'Newly published',
  news: (day) => `New since ${day}`,
  nothingNew: 'Nothing new.',
  subscribe: 'Deadlines in your calendar',
  subscribeWhy: 'Subscribe to the deadlines: they then stand in your calendar and stay up to date.',
  subscribeDo: 'Subscribe to the calendar',
};
export const signInEn: typeof signInDe = {
  title: 'Sign in',
  lead: 'With your account you see which calls fit your authority.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  failed: 'Signing in did not work.',
  withoutAccount: 'Without an account',
  seeCalls: 'See all calls',
  demo: 'Accounts of the demonstration',
  demoWhy: 'These accounts exist here only. A button signs you in.',
  as: (name) => `Sign in as ${name}`,
};
export const errorsEn: typeof errorsDe = {
  code: 'Reference',
  back: 'To the start page',
  toCalls: 'To the calls',
  signIn: 'Sign in',
  details: 'In detail',
  nothingLost: 'What you entered is not saved. Your browser\u2019s Back button takes you to it.',
};
